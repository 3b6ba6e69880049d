#include "guards/kernel/network_mode.h"

namespace hermetic::kernel {
namespace {

// Ordered by what is left open.
NetworkMode Stricter(NetworkMode a, NetworkMode b) {
  if (a == NetworkMode::kRefused || b == NetworkMode::kRefused) return NetworkMode::kRefused;
  if (a == NetworkMode::kOpen) return b;
  if (b == NetworkMode::kOpen) return a;
  // Acting on behalf is the mechanism that can hold any pair of address rules.
  return a == b ? a : NetworkMode::kOnBehalf;
}

}  // namespace

NetworkPlan PlanNetwork(const Policy& policy) {
  if (!policy.no_network) return {NetworkMode::kOpen, true, true};
  const bool names = !policy.allow_domain.empty() || !policy.allow_host.empty();
  NetworkPlan plan{NetworkMode::kRefused, policy.allow_localhost,
                   policy.allow_unix || policy.allow_localhost};
  if (names) {
    plan.mode = NetworkMode::kOnBehalf;
  } else if (policy.allow_localhost) {
    plan.mode = NetworkMode::kLoopback;
  }
  return plan;
}

NetworkPlan PlanNetwork(absl::Span<const Policy> levels) {
  NetworkPlan all{NetworkMode::kOpen, true, true};
  for (const Policy& level : levels) {
    const NetworkPlan one = PlanNetwork(level);
    all = {Stricter(all.mode, one.mode), all.loopback && one.loopback,
           all.unix_sockets && one.unix_sockets};
  }
  return all;
}

}  // namespace hermetic::kernel
