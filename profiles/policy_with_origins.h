// A policy of which every value knows where it came from.
#ifndef HERMETIC_PROFILES_POLICY_WITH_ORIGINS_H_
#define HERMETIC_PROFILES_POLICY_WITH_ORIGINS_H_

#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "profiles/option_table.h"
#include "profiles/policy.h"
#include "profiles/setting.h"

namespace hermetic {

struct PolicyWithOrigins {
  Policy policy;
  // By option index. For a list one origin per element, in the same order; for
  // everything else one, or none if no source mentioned it.
  std::array<std::vector<Origin>, kOptionCount> origins;

  bool operator==(const PolicyWithOrigins&) const = default;
};

// One setting, validated, on top of what is there. fs-readonly with a
// directory sets fs-root too. kInvalidArgument if the name is unknown or the
// value is bad; see SettingError.
absl::Status SetOption(const Setting& setting, PolicyWithOrigins* policy);

// "hermetic.toml:12: max_memory: <problem>"; the key is left out where the
// origin names it already ("--max-memory: <problem>").
absl::Status SettingError(const Setting& setting, std::string_view problem);

// "--no-network", or "no-network (hermetic.toml:12)" where another source than
// its own flag said it: how messages name a value of the policy. `element`
// counts in lists.
std::string NameWithOrigin(const PolicyWithOrigins& policy, const Option& option,
                           size_t element = 0);

// "--no-network" -> "profile net-hermetic (pyproject.toml:12)". Options that
// came by their own flag, or from nowhere, are absent.
std::map<std::string, std::string, std::less<>> OriginsByFlag(const PolicyWithOrigins& policy);

}  // namespace hermetic

#endif  // HERMETIC_PROFILES_POLICY_WITH_ORIGINS_H_
