// The threads of the supervisor that receive questions and answer them.
//
// Only one of them receives at a time: the kernel wakes every thread that waits
// for a question, and the needless switches would double the time of an answer.
// That one answers what it received itself and receives on, so an answer costs
// no hand-over either. When an answer takes longer (a connection that is not
// accepted, a buffer without room), a clock passes the turn on to another.
#ifndef HERMETIC_GUARDS_KERNEL_ANSWERING_THREADS_H_
#define HERMETIC_GUARDS_KERNEL_ANSWERING_THREADS_H_

#include <atomic>
#include <cstdint>
#include <functional>
#include <semaphore>

#include "guards/kernel/notification.h"
#include "guards/kernel/unique_fd.h"

namespace hermetic::kernel {

// Lives as long as the process: its threads are never joined.
class AnsweringThreads {
 public:
  using Answer = std::function<void(const Notification&)>;

  // `answer` is called by several threads at a time, and may block.
  AnsweringThreads(int listener, Answer answer);

  // The calling thread is the first of them. The process ends when no process is
  // left that could ask.
  [[noreturn]] void Run();

 private:
  void StartThread();
  [[noreturn]] void Work();
  void Receive();
  [[noreturn]] void Watch();
  void StartClock();
  // At a tick. `seen`: the question that had the turn at the last one. Answers
  // which one has it now, 0 for none.
  uint64_t PassTurnOn(uint64_t seen);

  const int listener_;
  const Answer answer_;
  const UniqueFd clock_;
  std::atomic<bool> ticking_{false};
  std::binary_semaphore turn_{1};
  std::atomic<uint64_t> last_question_{0};
  std::atomic<uint64_t> answering_{0};  // The question of the thread that has the turn, or 0.
  std::atomic<int> waiting_{1};         // Threads that want the turn.
  int threads_ = 1;                     // The watching thread's.
};

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_ANSWERING_THREADS_H_
