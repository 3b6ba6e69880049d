// How the network part of one or more policies is enforced by the kernel.
#ifndef HERMETIC_GUARDS_KERNEL_NETWORK_MODE_H_
#define HERMETIC_GUARDS_KERNEL_NETWORK_MODE_H_

#include <cstdint>

#include "absl/types/span.h"
#include "profiles/policy.h"

namespace hermetic::kernel {

enum class NetworkMode : uint8_t {
  kOpen,      // Nothing is refused.
  kRefused,   // No socket of any family but socketpair().
  kLoopback,  // Nothing leaves the loopback device.
  kOnBehalf,  // TCP to the addresses that the policy grants.
};

struct NetworkPlan {
  NetworkMode mode = NetworkMode::kOpen;
  // Loopback-bound datagram sockets are handed out. Their messages are sent on
  // behalf, so it is false where the supervisor has no right to trace.
  bool loopback = false;
  bool unix_sockets = false;  // AF_UNIX is open.
  int own_segment = -1;       // Shared memory that this tree may attach; -1 for none.
  bool operator==(const NetworkPlan&) const = default;

  bool NeedsSupervisor() const {
    return mode == NetworkMode::kLoopback || mode == NetworkMode::kOnBehalf;
  }
  // The supervisor does connect, bind and listen on copies of their arguments.
  // If not, every inet socket comes from it, bound to the loopback device.
  bool ActsOnBehalf() const {
    return NeedsSupervisor() && (mode == NetworkMode::kOnBehalf || loopback);
  }
};

// What one level asks for.
NetworkPlan PlanNetwork(const Policy& policy);

// The conjunction of all levels: nothing is open that one of them closes. Which
// address on behalf of which level is the supervisor's question, for each level.
NetworkPlan PlanNetwork(absl::Span<const Policy> levels);

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_NETWORK_MODE_H_
