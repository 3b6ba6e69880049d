#include "guards/kernel/supervisor.h"

#include <fcntl.h>
#include <linux/sched.h>
#include <poll.h>
#include <sched.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstdlib>
#include <utility>

#include "guards/kernel/question_loop.h"

namespace hermetic::kernel {
namespace {

constexpr int kHandOverMilliseconds = 5000;
constexpr eventfd_t kEnd = 1'000'000'000;  // More than any descriptor.

// All that stays open is the listener, above the standard streams, which become
// /dev/null: they must not be sockets that something prints to.
UniqueFd KeepOnly(int listener) {
  const int moved = fcntl(listener, F_DUPFD_CLOEXEC, 3);
  const auto number = static_cast<unsigned>(moved);
  syscall(SYS_close_range, number + 1, ~0U, 0U);
  if (number > 3) syscall(SYS_close_range, 3U, number - 1, 0U);
  const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  for (int stream = 0; stream < 3; ++stream) {
    if (null < 0) {
      close(stream);
    } else if (null != stream) {
      dup2(null, stream);
    }
  }
  if (null > 2) close(null);
  return UniqueFd(moved);
}

// The supervisor shares the program's table of descriptors until the listener
// is in it, so the listener needs no message to travel in: sendmsg() may be a
// call that the filter, in force by then, asks the supervisor about.
[[noreturn]] void RunSupervisor(int program, int to, int from, const NetworkPlan& plan,
                                NetworkQuestions questions, KernelDenialLog& log) {
  // The death signal of a parent does not get out of its Landlock domain.
  pollfd events[] = {{to, POLLIN, 0}, {program, POLLIN, 0}};
  poll(events, 2, -1);
  eventfd_t number = kEnd;
  if ((events[0].revents & POLLIN) != 0) eventfd_read(to, &number);
  if (number == kEnd || unshare(CLONE_FILES) != 0) _exit(EXIT_FAILURE);
  eventfd_write(from, 1);
  const UniqueFd listener = KeepOnly(static_cast<int>(number) - 1);
  AnswerQuestions(listener, plan, std::move(questions), log);
  _exit(EXIT_SUCCESS);
}

}  // namespace

absl::StatusOr<Supervisor> Supervisor::Start(const NetworkPlan& plan, NetworkQuestions questions,
                                             KernelDenialLog& log) {
  UniqueFd to(eventfd(0, EFD_CLOEXEC));
  UniqueFd from(eventfd(0, EFD_CLOEXEC));
  UniqueFd program(static_cast<int>(syscall(SYS_pidfd_open, getpid(), 0)));
  if (!to.valid() || !from.valid() || !program.valid()) {
    return absl::ErrnoToStatus(errno, "supervisor");
  }
  absl::StatusOr<HiddenChild> child = StartHiddenChild(Descriptors::kShared, "hermetic-superv");
  if (!child.ok()) return child.status();
  if (child->pid == 0) {
    RunSupervisor(program.get(), to.get(), from.get(), plan, std::move(questions), log);
  }
  // Where Yama restricts ptrace to descendants, an exception for it. EINVAL
  // elsewhere.
  prctl(PR_SET_PTRACER, child->pid, 0, 0, 0);
  return Supervisor(*std::move(child), std::move(program), std::move(to), std::move(from));
}

absl::Status Supervisor::HandOver(UniqueFd listener) {
  eventfd_write(to_.get(), static_cast<eventfd_t>(listener.get()) + 1);
  pollfd events[] = {{from_.get(), POLLIN, 0}, {child_.pidfd.get(), POLLIN, 0}};
  poll(events, 2, kHandOverMilliseconds);
  const bool taken_over = (events[0].revents & POLLIN) != 0;
  // The program gets the numbers that it would have had.
  for (UniqueFd* fd : {&program_, &to_, &from_, &child_.pidfd}) fd->Reset();
  if (taken_over) return absl::OkStatus();
  return absl::InternalError("the supervisor did not take over");
}

void Supervisor::End() {
  eventfd_write(to_.get(), kEnd);
  WaitForHiddenChild(child_);
}

}  // namespace hermetic::kernel
