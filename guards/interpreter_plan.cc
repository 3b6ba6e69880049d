#include "guards/interpreter_plan.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "guards/guard.h"
#include "guards/policy_level.h"

namespace hermetic {
namespace {

// By guard; a name that several of its parts have stands there once.
using Names = std::map<std::string, std::vector<std::string>>;

void Add(Names& names, const std::string& guard, std::string name) {
  std::vector<std::string>& all = names[guard];
  if (std::find(all.begin(), all.end(), name) == all.end()) all.push_back(std::move(name));
}

std::string GuardsOf(GuardMask mask) {
  std::vector<std::string> guards;
  for (size_t id = 0; id < kGuardNames.size(); ++id) {
    if ((mask & MaskOf(static_cast<GuardId>(id))) != 0) guards.emplace_back(kGuardNames[id]);
  }
  return guards.empty() ? "any policy" : absl::StrJoin(guards, ", ");
}

std::string NameOf(const GuardedBuiltin& builtin) {
  const char* type = builtin.type == nullptr ? "" : builtin.type;
  return absl::StrCat(builtin.module, ".", type, *type == '\0' ? "" : ".", builtin.name);
}

std::string Lines(const char* heading, const Names& names) {
  std::string text = absl::StrCat(heading, "\n");
  for (const auto& [guard, all] : names) {
    absl::StrAppend(&text, "  ", guard, ": ", absl::StrJoin(all, ", "), "\n");
  }
  return text;
}

}  // namespace

std::string DescribeInterpreterPlan(const Policy& policy) {
  if (!policy.RestrictsAnything()) return {};
  const GuardMask mask = PolicyLevel(policy).guards | kAnyPolicy;
  Names events;
  Names builtins;
  for (const Guard& guard : AllGuards()) {
    if ((guard.when & mask) == 0) continue;
    const std::string name = GuardsOf(guard.when & mask);
    for (const AuditEvent& event : guard.events) Add(events, name, event.name);
    for (const GuardedBuiltin& builtin : guard.builtins) Add(builtins, name, NameOf(builtin));
  }
  return absl::StrCat(Lines("audit events:", events), Lines("builtins:", builtins),
                      "not covered: native code, and programs other than this interpreter\n");
}

}  // namespace hermetic
