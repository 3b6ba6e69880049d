#include "guards/kernel/privileges.h"

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

namespace hermetic::kernel {
namespace {

constexpr int kKept[] = {CAP_CHOWN,  CAP_DAC_OVERRIDE, CAP_FOWNER, CAP_FSETID,
                         CAP_SETUID, CAP_SETGID,       CAP_KILL,   CAP_NET_BIND_SERVICE};

constexpr uint32_t KeptMask() {
  uint32_t mask = 0;
  for (const int capability : kKept) mask |= 1U << capability;
  return mask;
}
static_assert(CAP_NET_BIND_SERVICE < 32, "all that is kept is in the first word");

int DropInThread(int /*unused*/) {
  // Best effort where CAP_SETPCAP is gone already: the bounding set matters only
  // at an exec, which no_new_privs keeps from gaining anything.
  for (int capability = 0; prctl(PR_CAPBSET_READ, capability, 0, 0, 0) >= 0; ++capability) {
    const bool kept = capability < 32 && (KeptMask() >> capability & 1) != 0;
    if (!kept) prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
  }
  prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);

  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct sets[2];
  if (syscall(SYS_capget, &header, sets) != 0) return errno;
  sets[0].permitted &= KeptMask();
  sets[0].effective &= KeptMask();
  sets[1] = {};
  sets[0].inheritable = 0;
  return syscall(SYS_capset, &header, sets) == 0 ? 0 : errno;
}

}  // namespace

absl::Status DropCapabilities(Threads threads) {
  if (geteuid() != 0) return absl::OkStatus();
  const int error = InThreads(threads, DropInThread, 0);
  return error == 0 ? absl::OkStatus() : absl::ErrnoToStatus(error, "dropping capabilities");
}

}  // namespace hermetic::kernel
