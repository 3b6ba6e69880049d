// Privileges that a restricted process has no use for.
#ifndef HERMETIC_GUARDS_KERNEL_PRIVILEGES_H_
#define HERMETIC_GUARDS_KERNEL_PRIVILEGES_H_

#include "absl/status/status.h"
#include "guards/kernel/every_thread.h"

namespace hermetic::kernel {

// When euid is 0: keeps at most what programs that run as root in a container
// use (owners, modes, ids, signals, low ports) and drops the rest from the
// bounding, permitted, effective, inheritable and ambient sets, for good.
// CAP_PERFMON and CAP_SYS_ADMIN would read memory past the Landlock domain, and
// CAP_NET_ADMIN and CAP_NET_RAW past every rule about addresses.
absl::Status DropCapabilities(Threads threads);

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_PRIVILEGES_H_
