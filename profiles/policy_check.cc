#include "profiles/policy_check.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "profiles/absl_view.h"
#include "profiles/merge.h"
#include "profiles/option_value.h"

namespace hermetic {
namespace {

struct Conflict {
  std::string_view a, a_value;
  std::string_view b, b_value;
  std::string_view reason;
};

constexpr Conflict kConflicts[] = {
    {"scrub-env", "true", "no-environment", "true",
     "one hides variables, the other refuses to read"},
    {"report-only", "true", "kernel", "require", "the kernel cannot refuse nothing"},
    {"report-only", "true", "on-violation", "kill", "one refuses nothing, the other kills"},
};

bool IsSet(const Option& option, const Policy& policy) {
  return ReadValues(option, policy) != ReadValues(option, Policy());
}

bool Has(std::string_view name, std::string_view value, const Policy& policy) {
  const std::vector<std::string> values = ReadValues(*FindKey(name), policy);
  return std::find(values.begin(), values.end(), value) != values.end();
}

absl::Status CheckNeeds(const Option& option, const PolicyWithOrigins& policy) {
  std::vector<std::string> missing;
  for (std::string_view name : option.needs) {
    if (name.empty()) continue;
    if (IsSet(*FindKey(name), policy.policy)) return absl::OkStatus();
    missing.push_back(FlagName(*FindKey(name)));
  }
  if (missing.empty()) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(
      NameWithOrigin(policy, option), " has no effect without ", absl::StrJoin(missing, " or ")));
}

// The first element of a list that `sealed` lacks; 0 for what is no list.
size_t FirstAddition(const Option& option, const Policy& sealed, const Policy& merged) {
  if (!IsList(option)) return 0;
  const std::vector<std::string> known = ReadValues(option, sealed);
  const std::vector<std::string> values = ReadValues(option, merged);
  const auto added = std::find_if(values.begin(), values.end(), [&](const std::string& value) {
    return std::find(known.begin(), known.end(), value) == known.end();
  });
  return added == values.end() ? 0 : static_cast<size_t>(added - values.begin());
}

}  // namespace

absl::Status CheckPolicy(const PolicyWithOrigins& policy) {
  for (const Option& option : AllOptions()) {
    if (!IsSet(option, policy.policy)) continue;
    if (absl::Status status = CheckNeeds(option, policy); !status.ok()) return status;
  }
  for (const Conflict& conflict : kConflicts) {
    if (!Has(conflict.a, conflict.a_value, policy.policy) ||
        !Has(conflict.b, conflict.b_value, policy.policy)) {
      continue;
    }
    return absl::InvalidArgumentError(
        absl::StrCat(NameWithOrigin(policy, *FindKey(conflict.a)), " and ",
                     NameWithOrigin(policy, *FindKey(conflict.b)),
                     " exclude each other: ", AbslView(conflict.reason)));
  }
  return absl::OkStatus();
}

absl::Status CheckSeal(const PolicyWithOrigins& sealed, const PolicyWithOrigins& merged) {
  const Option& seal = *FindKey("seal");
  if (!sealed.policy.seal) return absl::OkStatus();
  for (const Option& option : AllOptions()) {
    if (!Loosens(option, sealed.policy, merged.policy)) continue;
    const size_t element = FirstAddition(option, sealed.policy, merged.policy);
    const std::vector<Origin>& origins = merged.origins[OptionIndex(option)];
    const std::vector<Origin>& seals = sealed.origins[OptionIndex(seal)];
    const std::vector<std::string> values = ReadValues(option, merged.policy);
    const std::string name = element < values.size()
                                 ? absl::StrCat(KeyName(option), " = ", Quoted(values[element]))
                                 : KeyName(option);
    return absl::InvalidArgumentError(absl::StrCat(
        element < origins.size() ? origins[element].text : "default", ": ", name,
        " would loosen the policy that is sealed by ", seals.empty() ? "" : seals.front().text));
  }
  return absl::OkStatus();
}

}  // namespace hermetic
