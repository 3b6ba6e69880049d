#include "guards/kernel/hidden_child.h"

#include <linux/sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <cerrno>
#include <csignal>
#include <cstdint>

namespace hermetic::kernel {
namespace {

void SetUpChild(const char* name) {
  prctl(PR_SET_NAME, name, 0, 0, 0);
  setsid();
  for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGTSTP}) {
    ::signal(signal, SIG_IGN);
  }
}

}  // namespace

absl::StatusOr<HiddenChild> StartHiddenChild(Descriptors descriptors, const char* name) {
  int pidfd = -1;
  // The low byte, the exit signal, is zero.
  const uint64_t flags = CLONE_PIDFD | (descriptors == Descriptors::kShared ? CLONE_FILES : 0);
  const int64_t pid = syscall(SYS_clone, flags, nullptr, &pidfd, nullptr, nullptr);
  if (pid < 0) return absl::ErrnoToStatus(errno, "clone");
  if (pid == 0) {
    SetUpChild(name);
    return HiddenChild{0, UniqueFd()};
  }
  return HiddenChild{static_cast<pid_t>(pid), UniqueFd(pidfd)};
}

void WaitForHiddenChild(const HiddenChild& child) {
  while (waitpid(child.pid, nullptr, __WALL) < 0 && errno == EINTR) {
  }
}

}  // namespace hermetic::kernel
