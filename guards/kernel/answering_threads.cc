#include "guards/kernel/answering_threads.h"

#include <poll.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <cstdlib>
#include <optional>
#include <thread>
#include <utility>

namespace hermetic::kernel {
namespace {

// As many answers can take long at a time; more wait for one of them to end.
constexpr int kMaxThreads = 256;
constexpr long kTickNanoseconds = 1'000'000;

}  // namespace

AnsweringThreads::AnsweringThreads(int listener, Answer answer)
    : listener_(listener),
      answer_(std::move(answer)),
      clock_(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC)) {}

void AnsweringThreads::Run() {
  std::thread([this] { Watch(); }).detach();
  Work();
}

void AnsweringThreads::Watch() {
  // Of the listener, POLLHUP alone: the last process under the filter is gone.
  pollfd events[] = {{listener_, 0, 0}, {clock_.get(), POLLIN, 0}};
  uint64_t seen = 0;
  for (;;) {
    if (poll(events, 2, -1) < 0) continue;
    if (events[0].revents != 0) _exit(EXIT_SUCCESS);
    uint64_t ticks;
    if (read(clock_.get(), &ticks, sizeof(ticks)) < 0) continue;
    seen = PassTurnOn(seen);
  }
}

void AnsweringThreads::StartThread() {
  ++threads_;
  ++waiting_;
  std::thread([this] { Work(); }).detach();
}

void AnsweringThreads::Work() {
  for (;;) {
    turn_.acquire();
    --waiting_;
    Receive();
    ++waiting_;
  }
}

// Until the turn is passed on.
void AnsweringThreads::Receive() {
  for (;;) {
    const auto question = Notification::Receive(listener_);
    if (!question) {
      // Withdrawn; or nobody is left to ask, and then it fails at once for ever.
      pollfd ended{listener_, 0, 0};
      if (poll(&ended, 1, 0) > 0) _exit(EXIT_SUCCESS);
      continue;
    }
    const uint64_t number = ++last_question_;
    answering_ = number;
    if (!ticking_.exchange(true)) StartClock();
    answer_(*question);
    uint64_t mine = number;
    if (!answering_.compare_exchange_strong(mine, 0)) return;
  }
}

void AnsweringThreads::StartClock() {
  const itimerspec once{.it_interval = {}, .it_value = {.tv_sec = 0, .tv_nsec = kTickNanoseconds}};
  timerfd_settime(clock_.get(), 0, &once, nullptr);
}

uint64_t AnsweringThreads::PassTurnOn(uint64_t seen) {
  ticking_ = false;  // First: a question from here on starts the clock itself.
  uint64_t current = answering_;
  if (current == 0) return 0;
  if (current != seen) {
    if (!ticking_.exchange(true)) StartClock();
    return current;
  }
  if (answering_.compare_exchange_strong(current, 0)) {
    if (waiting_ == 0 && threads_ < kMaxThreads) StartThread();
    turn_.release();
  }
  return 0;
}

}  // namespace hermetic::kernel
