#include "guards/kernel/machine_probe.h"

#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <net/if.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "guards/kernel/syscall_filter.h"
#include "guards/kernel/unique_fd.h"

namespace hermetic::kernel {
namespace {

Probe Unavailable(std::string why) { return {false, std::move(why)}; }
Probe Available() { return {true, {}}; }

Probe ProbeLandlock(int* abi) {
  const int64_t result =
      syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (result > 0) {
    *abi = static_cast<int>(result);
    return Available();
  }
  switch (errno) {
    case ENOSYS:
      return Unavailable("the kernel is built without Landlock, or a container hides it");
    case EOPNOTSUPP:
      return Unavailable("Landlock is switched off at boot (lsm=)");
    case EPERM:
      return Unavailable("a container forbids Landlock");
    default:
      return Unavailable(absl::StrCat("Landlock: ", strerror(errno)));
  }
}

Probe ProbeAction(uint32_t action, const char* what) {
  if (syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0) return Available();
  if (errno == ENOSYS || errno == EINVAL) {
    return Unavailable(absl::StrCat("the kernel is built without ", what));
  }
  if (errno == EPERM) return Unavailable(absl::StrCat("a container forbids ", what));
  return Unavailable(absl::StrCat("the kernel is too old for ", what));
}

// A flag that is known leads on to the null program (EFAULT).
Probe ProbeUserNotification() {
  Probe action = ProbeAction(SECCOMP_RET_USER_NOTIF, "seccomp user notification");
  if (!action.available) return action;
  syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, nullptr);
  if (errno != EFAULT) return Unavailable("the kernel knows no seccomp listener");
  // As old as handing descriptors out (5.9), and needed as well.
  syscall(SYS_close_range, 1U, 0U, 0U);
  return errno == EINVAL ? Available() : Unavailable("the supervisor needs Linux 5.9");
}

Probe ProbeBindToDevice() {
  const UniqueFd scratch(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (!scratch.valid()) return Unavailable(absl::StrCat("no inet socket: ", strerror(errno)));
  if (setsockopt(scratch.get(), SOL_SOCKET, SO_BINDTODEVICE, "lo", sizeof("lo")) == 0) {
    return Available();
  }
  return Unavailable("binding a socket to a device needs Linux 5.7 or privilege");
}

int ReadYama() {
  std::ifstream file("/proc/sys/kernel/yama/ptrace_scope");
  int scope = 0;
  file >> scope;
  return file ? scope : 0;
}

}  // namespace

MachineProbe ProbeMachine() {
  MachineProbe probe;
  probe.landlock = ProbeLandlock(&probe.landlock_abi);
  probe.syscall_filter = ProbeAction(SECCOMP_RET_ERRNO, "seccomp filters");
  probe.user_notification = ProbeUserNotification();
  probe.bind_to_device = ProbeBindToDevice();
  probe.yama_ptrace_scope = ReadYama();
  return probe;
}

Probe ProbeListener() {
  const pid_t child = fork();
  if (child < 0) return Unavailable(absl::StrCat("fork: ", strerror(errno)));
  if (child == 0) {
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    sock_filter allow[] = {{BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW}};
    const sock_fprog program{1, allow};
    const int64_t fd =
        syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
    _exit(fd >= 0 ? 0 : errno);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status)) return Unavailable("the probing child was ended");
  switch (WEXITSTATUS(status)) {
    case 0:
      return Available();
    case EBUSY:
      return Unavailable("an outer supervisor is in force (nested run)");
    default:
      return Unavailable(absl::StrCat("seccomp listener: ", strerror(WEXITSTATUS(status))));
  }
}

int CountThreads() {
  std::error_code error;
  const std::filesystem::directory_iterator threads("/proc/self/task", error);
  if (error) return 0;
  return static_cast<int>(std::distance(threads, std::filesystem::directory_iterator()));
}

bool HasChildren() {
  siginfo_t found;
  return waitid(P_ALL, 0, &found, WEXITED | WNOHANG | WNOWAIT) == 0;
}

}  // namespace hermetic::kernel
