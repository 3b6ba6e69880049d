// docs/policy.md lists options and profiles; the lists have to be those of the tables.
#include <fstream>
#include <sstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "host/host_options.h"
#include "profiles/absl_view.h"
#include "profiles/builtin_profiles.h"

namespace hermetic {
namespace {

std::string Cell(std::string_view text) {
  return absl::StrReplaceAll(AbslView(text), {{"|", "\\|"}});
}

std::string Usage(std::string_view flag, std::string_view placeholder, bool optional) {
  if (placeholder.empty()) return std::string(flag);
  return absl::StrCat(AbslView(flag), optional ? "[=" : " ", AbslView(placeholder),
                      optional ? "]" : "");
}

std::string OptionRows(OptionGroup group) {
  std::string rows =
      absl::StrCat("### ", AbslView(GroupTitle(group)),
                   "\n\n| option | key in files | what it does | example |\n|---|---|---|---|\n");
  for (const Option& option : AllOptions()) {
    if (option.group != group || FindFlag(option.name) == nullptr) continue;
    const std::string usage =
        Usage(FlagName(option), Placeholder(option.kind), option.kind == OptionKind::kFlagOrRoot);
    absl::StrAppend(&rows, "| `", Cell(usage), "` | `", KeyName(option), "` | ", Cell(option.help),
                    " | `", Cell(option.example), "` |\n");
  }
  return rows;
}

std::string HostRows() {
  std::string rows =
      "### Policies and information\n\n| option | what it does | example |\n|---|---|---|\n";
  for (const host::HostOption& option : host::HostOptions()) {
    const std::string flag = absl::StrCat("--", AbslView(option.name));
    absl::StrAppend(&rows, "| `", Cell(Usage(flag, option.placeholder, false)), "` | ",
                    Cell(option.help), " | `", Cell(option.example), "` |\n");
  }
  return rows;
}

std::string ProfileRows() {
  std::string rows = "| profile | what it is for | what it says |\n|---|---|---|\n";
  for (const BuiltinProfile& profile : BuiltinProfiles()) {
    absl::StrAppend(&rows, "| `", AbslView(profile.name), "` | ", AbslView(profile.help), " |");
    std::string_view last;
    for (const ProfileSetting& setting : profile.settings) {
      const bool flag = setting.value == "true";
      if (setting.option == last) {
        absl::StrAppend(&rows, ", `", AbslView(setting.value), "`");
      } else {
        absl::StrAppend(&rows, last.empty() ? " " : "; ", "`", AbslView(setting.option),
                        flag ? "" : " ", flag ? "" : AbslView(setting.value), "`");
      }
      last = setting.option;
    }
    absl::StrAppend(&rows, " |\n");
  }
  return rows;
}

TEST(PolicyDocTest, ListsAreThoseOfTheTables) {
  std::ifstream file(HERMETIC_SOURCE_DIR "/docs/policy.md");
  std::stringstream text;
  text << file.rdbuf();
  const std::string doc = text.str();
  for (const OptionGroup group :
       {OptionGroup::kNetwork, OptionGroup::kProcesses, OptionGroup::kFiles,
        OptionGroup::kEnvironment, OptionGroup::kCode, OptionGroup::kLimits,
        OptionGroup::kEnforcement}) {
    EXPECT_THAT(doc, ::testing::HasSubstr(OptionRows(group)));
  }
  EXPECT_THAT(doc, ::testing::HasSubstr(HostRows()));
  EXPECT_THAT(doc, ::testing::HasSubstr(ProfileRows()));
}

}  // namespace
}  // namespace hermetic
