// A policy compiled for one machine: everything that committing will do, and
// what the machine lacks. A value; nothing here touches the kernel.
#ifndef HERMETIC_GUARDS_KERNEL_KERNEL_PLAN_H_
#define HERMETIC_GUARDS_KERNEL_KERNEL_PLAN_H_

#include <string>
#include <vector>

#include "absl/types/span.h"
#include "guards/kernel/filter_rules.h"
#include "guards/kernel/kernel_row.h"
#include "guards/kernel/landlock_ruleset.h"
#include "guards/kernel/machine_probe.h"
#include "guards/kernel/network_mode.h"

namespace hermetic::kernel {

struct KernelPlan {
  std::vector<LandlockRuleset> layers;  // To be committed in order.
  NetworkPlan network;
  SyscallRules rules;
  bool seal_native_code = false;  // A second filter, after start-up.
  std::vector<Row> rows;          // What was asked, and what of it can be had.
};

// The conjunction of `levels`; `facts` has one entry for each of them.
KernelPlan CompilePlan(absl::Span<const Policy> levels, absl::Span<const MachineFacts> facts,
                       const MachineProbe& probe);

// The network part again, for a supervisor that turned out not to be possible:
// all network is refused, `why` says so in the row.
void RefuseAllNetwork(KernelPlan& plan, absl::string_view why);

// The plan as --print-policy shows it: per row what holds, in which state, and
// what remains uncovered; then what is handed to the kernel.
std::string Describe(const KernelPlan& plan);

// "hermetic: kernel layer: network degraded: ...; ..." or empty.
std::string MissingLine(absl::Span<const Row> rows);

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_KERNEL_PLAN_H_
