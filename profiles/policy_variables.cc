// The environment as a source of policy (policy_sources.h).
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "profiles/absl_view.h"
#include "profiles/near_names.h"
#include "profiles/option_value.h"
#include "profiles/policy_sources.h"
#include "profiles/profile_book.h"

namespace hermetic {
namespace {

constexpr absl::string_view kPrefix = "HERMETIC_";

// 1 and yes are what people write into environments.
absl::string_view BoolWord(absl::string_view value) {
  static constexpr absl::string_view kTrue[] = {"1", "yes", "on"};
  static constexpr absl::string_view kFalse[] = {"0", "no", "off"};
  for (absl::string_view word : kTrue) {
    if (absl::EqualsIgnoreCase(value, word)) return "true";
  }
  for (absl::string_view word : kFalse) {
    if (absl::EqualsIgnoreCase(value, word)) return "false";
  }
  return value;
}

char Separator(OptionKind kind) {
  return kind == OptionKind::kPathList || kind == OptionKind::kExecutableList ? ':' : ',';
}

// An error if `variable` looks like a slip in the name of one of ours.
absl::Status CheckForeign(absl::string_view variable) {
  std::vector<std::string> names = {"HERMETIC_PROFILE"};
  for (const Option& option : AllOptions()) names.push_back(VariableName(option));
  const std::string hint = DidYouMean({variable.data(), variable.size()}, names);
  if (hint.empty()) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(variable, ": unknown variable", hint));
}

}  // namespace

absl::StatusOr<std::vector<Setting>> SettingsFromVariables(const char* const* environ,
                                                           const std::string& working_directory) {
  std::vector<Setting> settings;
  for (; environ != nullptr && *environ != nullptr; ++environ) {
    const absl::string_view entry = *environ;
    if (!absl::StartsWith(entry, kPrefix)) continue;
    const size_t equals = entry.find('=');
    if (equals == absl::string_view::npos) continue;
    const absl::string_view variable = entry.substr(0, equals);
    const absl::string_view value = entry.substr(equals + 1);

    const std::string key = absl::AsciiStrToLower(variable.substr(kPrefix.size()));
    const bool is_profile = key == kProfileSetting;
    const Option* option = is_profile ? nullptr : FindKey(key);
    if (!is_profile && option == nullptr) {
      if (absl::Status status = CheckForeign(variable); !status.ok()) return status;
      continue;
    }
    Setting setting = {.name = is_profile ? key : KeyName(*option),
                       .directory = working_directory,
                       .origin = {SourceKind::kVariable, std::string{variable}}};
    if (!is_profile && !IsList(*option)) {
      setting.value = std::string(NeedsValue(*option) ? value : BoolWord(value));
      settings.push_back(setting);
      continue;
    }
    for (absl::string_view element :
         absl::StrSplit(value, is_profile ? ',' : Separator(option->kind))) {
      setting.value = std::string{element};
      settings.push_back(setting);
    }
  }
  return settings;
}

}  // namespace hermetic
