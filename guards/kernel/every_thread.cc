#include "guards/kernel/every_thread.h"

#include <dirent.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <set>

namespace hermetic::kernel {
namespace {

constexpr int kSignal = 33;  // glibc's SIGSETXID: what blocks all signals leaves it open.
constexpr size_t kMaskBytes = 8;
constexpr int kPatience = 2000;  // Times a millisecond.

// The kernel's struct sigaction, which libc does not show; no larger anywhere.
using KernelAction = std::array<char, 64>;

// What the handler is to do, and what came of it.
struct Round {
  std::atomic<ThreadCall> call{nullptr};
  std::atomic<int> argument{0};
  std::atomic<int> done{0};
  std::atomic<int> error{0};
};
Round current;

void Answer(int /*signal*/) {
  const int saved = errno;
  if (const int error = current.call.load()(current.argument); error != 0) current.error = error;
  ++current.done;
  errno = saved;
}

int64_t Exchange(int signal, const KernelAction* wanted, KernelAction* previous) {
  return syscall(SYS_rt_sigaction, signal, wanted, previous, kMaskBytes);
}

// Our handler for kSignal while one lives. libc refuses to set that signal, so the
// kernel's form of the handler is taken from a signal that it does not refuse.
class Handler {
 public:
  Handler() {
    struct sigaction ours = {};
    ours.sa_handler = Answer;
    ours.sa_flags = SA_RESTART;
    struct sigaction theirs;
    KernelAction form{};
    ok_ = sigaction(SIGRTMAX, &ours, &theirs) == 0 && Exchange(SIGRTMAX, nullptr, &form) == 0 &&
          sigaction(SIGRTMAX, &theirs, nullptr) == 0 && Exchange(kSignal, &form, &previous_) == 0;
  }
  ~Handler() {
    if (ok_) Exchange(kSignal, &previous_, nullptr);
  }
  Handler(const Handler&) = delete;
  Handler& operator=(const Handler&) = delete;

  bool ok() const { return ok_; }

 private:
  bool ok_;
  KernelAction previous_{};
};

std::set<pid_t> OtherThreads() {
  std::set<pid_t> threads;
  const std::unique_ptr<DIR, int (*)(DIR*)> directory(opendir("/proc/self/task"), closedir);
  if (directory == nullptr) return threads;
  while (const dirent* entry = readdir(directory.get())) {
    const pid_t thread = atoi(entry->d_name);
    if (thread > 0 && thread != gettid()) threads.insert(thread);
  }
  return threads;
}

bool IsThere(pid_t thread) { return syscall(SYS_tgkill, getpid(), thread, 0) == 0; }

// False if it does not answer while it is there.
bool AskThread(pid_t thread) {
  const int before = current.done;
  if (syscall(SYS_tgkill, getpid(), thread, kSignal) != 0) return errno == ESRCH;
  for (int i = 0; current.done == before && i < kPatience; ++i) {
    const timespec pause = {0, i == 0 ? 20'000 : 1'000'000};
    nanosleep(&pause, nullptr);
    if (!IsThere(thread)) return true;
  }
  return current.done != before;
}

int InOtherThreads() {
  const Handler handler;
  if (!handler.ok()) return errno;
  std::set<pid_t> asked;
  for (bool found_more = true; found_more;) {
    found_more = false;
    for (const pid_t thread : OtherThreads()) {
      if (!asked.insert(thread).second) continue;
      found_more = true;
      if (!AskThread(thread)) return ETIMEDOUT;
      if (current.error != 0) return current.error;
    }
  }
  return 0;
}

}  // namespace

int InThreads(Threads threads, ThreadCall call, int argument) {
  if (threads == Threads::kAll) {
    current.call = call;
    current.argument = argument;
    current.done = 0;
    current.error = 0;
    if (const int error = InOtherThreads(); error != 0) return error;
  }
  return call(argument);
}

}  // namespace hermetic::kernel
