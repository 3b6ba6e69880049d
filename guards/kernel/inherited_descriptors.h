// Descriptors that this process was started with: sockets among them keep
// working whatever the filter says.
#ifndef HERMETIC_GUARDS_KERNEL_INHERITED_DESCRIPTORS_H_
#define HERMETIC_GUARDS_KERNEL_INHERITED_DESCRIPTORS_H_

#include "absl/status/statusor.h"

namespace hermetic::kernel {

enum class UnixSockets : uint8_t { kClose, kKeep };

// Closes sockets above 2: inet, packet, vsock, netlink and every other family
// but AF_UNIX, and AF_UNIX too when it is connected to another process and the
// policy does not allow that. The answer is how many were closed.
// kFailedPrecondition when 0, 1 or 2 is a socket of another family than
// AF_UNIX. A unix socket as a standard stream is left alone: that is how
// service managers and Node start their children.
absl::StatusOr<int> CloseInheritedSockets(UnixSockets unix_sockets);

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_INHERITED_DESCRIPTORS_H_
