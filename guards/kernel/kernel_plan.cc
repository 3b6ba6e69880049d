#include "guards/kernel/kernel_plan.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "guards/kernel/filter_rules.h"
#include "guards/kernel/landlock_abi.h"

namespace hermetic::kernel {
namespace {

constexpr int kTruncateAbi = 3;
constexpr int kYamaNoAttach = 3;

Row* FindRow(KernelPlan& plan, RowId id) {
  const auto row = std::find_if(plan.rows.begin(), plan.rows.end(),
                                [&](const Row& candidate) { return candidate.id == id; });
  return row == plan.rows.end() ? nullptr : &*row;
}

// A row only ever gets worse.
void Worsen(KernelPlan& plan, RowId id, RowState state, std::string why) {
  Row* row = FindRow(plan, id);
  if (row != nullptr && row->state < state) *row = {id, state, std::move(why)};
}

void Append(SyscallRules& rules, SyscallRules more) {
  rules.insert(rules.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

void RequireProbe(KernelPlan& plan, const Probe& probe, std::initializer_list<RowId> rows) {
  if (probe.available) return;
  for (const RowId id : rows) Worsen(plan, id, RowState::kUnavailable, probe.why_not);
}

void PlanFiles(KernelPlan& plan, absl::Span<const Policy> levels,
               absl::Span<const MachineFacts> facts, const MachineProbe& probe) {
  for (size_t i = 0; i < levels.size(); ++i) {
    for (LandlockRuleset& layer : CompileRulesets(levels[i], probe.landlock_abi, facts[i])) {
      plan.layers.push_back(std::move(layer));
    }
    if (levels[i].fs_readonly && !facts[i].missing_writable.empty()) {
      Worsen(plan, RowId::kFiles, RowState::kDegraded,
             absl::StrCat(absl::StrJoin(facts[i].missing_writable, ", "),
                          " does not exist yet, so native code may write beside it as well"));
    }
  }
  RequireProbe(plan, probe.landlock,
               {RowId::kBaseDomain, RowId::kFiles, RowId::kReads, RowId::kPrograms});
  if (probe.landlock.available && probe.landlock_abi < kMinScopeAbi) {
    Worsen(plan, RowId::kBaseDomain, RowState::kDegraded,
           absl::StrCat("Landlock ABI ", probe.landlock_abi,
                        " does not keep signals and abstract sockets inside (6 does)"));
  }
}

// Each thread gets a domain of its own, and children that run already are in none:
// between those, nothing can be kept inside.
void PlanScopes(KernelPlan& plan, const MachineProbe& probe) {
  if (!probe.other_threads && !probe.children) return;
  for (LandlockRuleset& layer : plan.layers) layer.scopes = 0;
  Worsen(plan, RowId::kBaseDomain, RowState::kDegraded,
         absl::StrCat("signals and abstract sockets are not kept inside where ",
                      probe.other_threads ? "other threads" : "child processes", " run already"));
}

void PlanCalls(KernelPlan& plan, absl::Span<const Policy> levels, const MachineProbe& probe) {
  plan.rules = HardeningRules();
  for (const Policy& level : levels) {
    if (level.fs_readonly && level.allow_write.empty()) Append(plan.rules, MetadataRules());
    if (level.fs_readonly && probe.landlock_abi < kTruncateAbi) {
      Append(plan.rules, TruncateRules());
    }
    if (level.no_subprocess) {
      Append(plan.rules, level.allow_run.empty() ? ProcessRules() : MemfdRules());
    }
  }
  RequireProbe(plan, probe.syscall_filter,
               {RowId::kHardening, RowId::kProcesses, RowId::kNetwork, RowId::kNativeCode});
  if (!probe.syscall_filter.available) {
    Worsen(plan, RowId::kFiles, RowState::kDegraded,
           absl::StrCat("modes, owners and times can be changed: ", probe.syscall_filter.why_not));
  }
}

void PlanSockets(KernelPlan& plan, absl::Span<const Policy> levels, const MachineProbe& probe) {
  plan.network = PlanNetwork(levels);
  plan.network.own_segment = probe.own_segment;
  if (plan.network.NeedsSupervisor()) {
    if (probe.other_threads) {  // One is forked, and threads may hold locks that it needs.
      plan.network = PlanNetwork(Policy());
      return Worsen(plan, RowId::kNetwork, RowState::kUnavailable,
                    "exceptions need a supervisor, which cannot be started beside other threads");
    }
    const bool loopback = plan.network.mode == NetworkMode::kLoopback;
    if (!probe.user_notification.available) {
      return RefuseAllNetwork(plan, probe.user_notification.why_not);
    }
    if (loopback && !probe.bind_to_device.available) {
      return RefuseAllNetwork(plan, probe.bind_to_device.why_not);
    }
    if (!loopback && probe.yama_ptrace_scope >= kYamaNoAttach) {
      return RefuseAllNetwork(plan, "Yama forbids all ptrace (ptrace_scope 3)");
    }
    if (probe.yama_ptrace_scope > 0) {
      plan.network.loopback = false;  // Datagrams need what Yama forbids.
      Worsen(plan, RowId::kNetwork, RowState::kDegraded,
             loopback ? "Yama's ptrace_scope: no UDP to loopback"
                      : "Yama's ptrace_scope: child processes cannot connect");
    }
  }
  Append(plan.rules, NetworkRulesFor(plan.network));
}

void PlanNativeCode(KernelPlan& plan, absl::Span<const Policy> levels) {
  const bool asked = std::any_of(levels.begin(), levels.end(),
                                 [](const Policy& level) { return level.block_native; });
  if (!asked) return;
  plan.seal_native_code = std::any_of(levels.begin(), levels.end(), [](const Policy& level) {
    return level.no_subprocess && level.allow_run.empty();
  });
  if (!plan.seal_native_code) {
    // Every program that is executed maps its libraries executable.
    Worsen(plan, RowId::kNativeCode, RowState::kDegraded,
           "only together with --no-subprocess can the kernel refuse executable memory");
  }
}

}  // namespace

KernelPlan CompilePlan(absl::Span<const Policy> levels, absl::Span<const MachineFacts> facts,
                       const MachineProbe& probe) {
  KernelPlan plan;
  for (const Policy& level : levels) {
    for (const RowId id : RowsAsked(level)) {
      if (FindRow(plan, id) == nullptr) plan.rows.push_back({id, RowState::kActive, {}});
    }
  }
  if (plan.rows.empty()) return plan;
  PlanFiles(plan, levels, facts, probe);
  PlanScopes(plan, probe);
  PlanCalls(plan, levels, probe);
  PlanSockets(plan, levels, probe);
  PlanNativeCode(plan, levels);
  if (!probe.syscall_filter.available) plan.rules.clear();
  return plan;
}

void RefuseAllNetwork(KernelPlan& plan, absl::string_view why) {
  plan.rules.erase(std::remove_if(plan.rules.begin(), plan.rules.end(),
                                  [&](const SyscallRule& rule) {
                                    const SyscallRules network = NetworkRulesFor(plan.network);
                                    return std::find(network.begin(), network.end(), rule) !=
                                           network.end();
                                  }),
                   plan.rules.end());
  plan.network.mode = NetworkMode::kRefused;
  Append(plan.rules, NetworkRulesFor(plan.network));
  Worsen(plan, RowId::kNetwork, RowState::kDegraded, absl::StrCat("all network refused: ", why));
}

std::string Describe(const KernelPlan& plan) {
  std::string text;
  for (const Row& row : plan.rows) {
    const RowText& words = TextOf(row.id);
    absl::StrAppend(&text, words.name, ": ", NameOf(row.state));
    if (!row.why.empty()) absl::StrAppend(&text, " (", row.why, ")");
    absl::StrAppend(&text, "\n  holds: ", words.holds, "\n  not covered: ", words.uncovered, "\n");
  }
  for (const LandlockRuleset& layer : plan.layers) {
    absl::StrAppend(&text, "Landlock layer:\n", Describe(layer));
  }
  if (!plan.rules.empty()) absl::StrAppend(&text, "system calls:\n", Describe(plan.rules));
  if (plan.seal_native_code) {
    absl::StrAppend(&text, "system calls, after start-up:\n", Describe(NativeCodeRules()));
  }
  return text;
}

std::string MissingLine(absl::Span<const Row> rows) {
  std::vector<std::string> missing;
  for (const Row& row : rows) {
    if (row.state < RowState::kDegraded) continue;
    missing.push_back(absl::StrCat(TextOf(row.id).name, " ", NameOf(row.state), ": ", row.why));
  }
  if (missing.empty()) return {};
  return absl::StrCat("hermetic: kernel layer: ", absl::StrJoin(missing, "; "));
}

}  // namespace hermetic::kernel
