#include "guards/kernel/supervisor.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <malloc.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstdlib>
#include <utility>

#include "guards/kernel/filter_rules.h"
#include "guards/kernel/question_loop.h"
#include "guards/kernel/syscall_filter.h"

namespace hermetic::kernel {
namespace {

constexpr eventfd_t kEnd = 1'000'000'000;  // More than any descriptor.

void Confine() {
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  const absl::StatusOr<FilterProgram> program = CompileFilter(SupervisorRules(), kNativeArch);
  // Without its filter it is still in the file rules of the program.
  if (program.ok()) LoadFilter(*program, Listener::kNone, Threads::kThisOne).IgnoreError();
}

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

// The program's table of descriptors is the supervisor's as well until the
// listener is in it, so the listener needs no message to travel in: sendmsg()
// may be a call that the filter, in force by then, asks the supervisor about.
[[noreturn]] void RunSupervisor(int program, int to, const NetworkPlan& plan,
                                NetworkQuestions questions, KernelDenialLog& log) {
  Confine();
  mallopt(M_ARENA_MAX, 1);  // One arena for each thread costs more than it saves here.
  // The death signal of a parent does not get out of its Landlock domain.
  pollfd events[] = {{to, POLLIN, 0}, {program, POLLIN, 0}};
  poll(events, 2, -1);
  eventfd_t number = kEnd;
  if ((events[0].revents & POLLIN) != 0) eventfd_read(to, &number);
  if (number == kEnd) _exit(EXIT_FAILURE);
  const UniqueFd listener = KeepOnly(static_cast<int>(number) - 1);
  AnswerQuestions(listener, plan, std::move(questions), log);
}

}  // namespace

absl::StatusOr<Supervisor> Supervisor::Start(const NetworkPlan& plan, NetworkQuestions questions,
                                             KernelDenialLog& log) {
  UniqueFd to(eventfd(0, EFD_CLOEXEC));
  UniqueFd program(static_cast<int>(syscall(SYS_pidfd_open, getpid(), 0)));
  if (!to.valid() || !program.valid()) {
    return absl::ErrnoToStatus(errno, "supervisor");
  }
  absl::StatusOr<HiddenChild> child = StartHiddenChild(Descriptors::kShared, "hermetic-superv");
  if (!child.ok()) return child.status();
  if (child->pid == 0) {
    RunSupervisor(program.get(), to.get(), plan, std::move(questions), log);
  }
  // Where Yama restricts ptrace to descendants, an exception for it. EINVAL
  // elsewhere.
  prctl(PR_SET_PTRACER, child->pid, 0, 0, 0);
  return Supervisor(*std::move(child), std::move(program), std::move(to));
}

absl::Status Supervisor::HandOver(UniqueFd listener) {
  // The tables part here, and the program's loses the listener: there is nothing
  // to wait for.
  const auto number = static_cast<unsigned>(listener.Release());
  if (syscall(SYS_close_range, number, number, CLOSE_RANGE_UNSHARE) != 0) {
    return absl::ErrnoToStatus(errno, "handing over to the supervisor");
  }
  eventfd_write(to_.get(), number + 1);
  pollfd ended{child_.pidfd.get(), POLLIN, 0};
  const bool is_there = poll(&ended, 1, 0) == 0;
  // The program gets the numbers that it would have had.
  for (UniqueFd* fd : {&program_, &to_, &child_.pidfd}) fd->Reset();
  return is_there ? absl::OkStatus() : absl::InternalError("the supervisor has ended");
}

void Supervisor::End() {
  eventfd_write(to_.get(), kEnd);
  WaitForHiddenChild(child_);
}

}  // namespace hermetic::kernel
