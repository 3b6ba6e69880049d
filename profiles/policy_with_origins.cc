#include "profiles/policy_with_origins.h"

#include "absl/status/statusor.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "profiles/absl_view.h"
#include "profiles/option_value.h"

namespace hermetic {

absl::Status SetOption(const Setting& setting, PolicyWithOrigins* policy) {
  const Option* option = FindKey(setting.name);
  if (option == nullptr) return SettingError(setting, "unknown option");
  const bool is_root = option->kind == OptionKind::kFlagOrRoot && !setting.value.empty() &&
                       setting.value != "true" && setting.value != "false";
  if (is_root) {
    Setting root = setting;
    root.name = "fs-root";
    if (absl::Status status = SetOption(root, policy); !status.ok()) return status;
  }
  const absl::StatusOr<std::string> value =
      CanonicalValue(option->kind, is_root ? "true" : setting.value, setting.directory);
  if (!value.ok()) return SettingError(setting, std::string{value.status().message()});

  const size_t count_before = ReadValues(*option, policy->policy).size();
  if (absl::Status status = StoreValue(*option, *value, &policy->policy); !status.ok()) {
    return status;
  }
  std::vector<Origin>& origins = policy->origins[OptionIndex(*option)];
  if (!IsList(*option)) {
    origins.assign(1, setting.origin);
  } else if (ReadValues(*option, policy->policy).size() > count_before) {
    origins.push_back(setting.origin);
  }
  return absl::OkStatus();
}

absl::Status SettingError(const Setting& setting, std::string_view problem) {
  const std::string& origin = setting.origin.text;
  const bool names_option = absl::StartsWith(origin, "--") || absl::StartsWith(origin, "HERMETIC_");
  return absl::InvalidArgumentError(
      names_option ? absl::StrCat(origin, ": ", AbslView(problem))
                   : absl::StrCat(origin, ": ", setting.name, ": ", AbslView(problem)));
}

std::string NameWithOrigin(const PolicyWithOrigins& policy, const Option& option, size_t element) {
  const std::vector<std::string> values = ReadValues(option, policy.policy);
  const bool show_value =
      NeedsValue(option) && option.kind != OptionKind::kDirectory && element < values.size();
  std::string name = FlagName(option);
  if (show_value) absl::StrAppend(&name, " ", values[element]);
  const std::vector<Origin>& origins = policy.origins[OptionIndex(option)];
  if (element >= origins.size() || absl::StartsWith(origins[element].text, "--")) return name;
  return absl::StrCat(name, " (", origins[element].text, ")");
}

std::map<std::string, std::string, std::less<>> OriginsByFlag(const PolicyWithOrigins& policy) {
  std::map<std::string, std::string, std::less<>> by_flag;
  for (const Option& option : AllOptions()) {
    const std::vector<Origin>& origins = policy.origins[OptionIndex(option)];
    if (origins.empty() || absl::StartsWith(origins.front().text, "--")) continue;
    by_flag.emplace(FlagName(option), origins.front().text);
  }
  return by_flag;
}

}  // namespace hermetic
