#include "profiles/policy_check.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "profiles/merge.h"

namespace hermetic {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

PolicyWithOrigins From(const char* origin,
                       const std::vector<std::pair<const char*, const char*>>& values) {
  PolicyWithOrigins policy;
  for (const auto& [name, value] : values) {
    const absl::Status status = SetOption(
        {.name = name, .value = value, .origin = {SourceKind::kConfigFile, origin}}, &policy);
    EXPECT_TRUE(status.ok()) << status;
  }
  return policy;
}

TEST(CheckPolicyTest, TheDefaultAndWhatIsBuiltAreFine) {
  EXPECT_TRUE(CheckPolicy({}).ok());
  EXPECT_TRUE(CheckPolicy(From("f", {{"no_network", "true"}, {"allow_domain", "x"}})).ok());
  EXPECT_TRUE(CheckPolicy(From("f", {{"allow_localhost", "false"}, {"kernel", "auto"}})).ok());
}

struct SealCase {
  const char* name;
  std::vector<std::pair<const char*, const char*>> file;
  std::vector<std::pair<const char*, const char*>> other;
  const char* message;  // Empty: fine.
};
class CheckSealTest : public ::testing::TestWithParam<SealCase> {};

TEST_P(CheckSealTest, NothingLoosensASealedFile) {
  const PolicyWithOrigins file = From("hermetic.toml:1", GetParam().file);
  const PolicyWithOrigins other = From("--other", GetParam().other);
  // Whether the other source is the stronger or the weaker one.
  const absl::Status stronger = CheckSeal(file, Override(file, other));
  if (*GetParam().message == '\0') {
    EXPECT_TRUE(stronger.ok()) << stronger;
    EXPECT_TRUE(CheckSeal(file, Override(other, file)).ok());
    return;
  }
  EXPECT_EQ(stronger.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(stronger.message()),
              AllOf(HasSubstr("--other: "), HasSubstr(GetParam().message),
                    HasSubstr("sealed by hermetic.toml:1")));
}

INSTANTIATE_TEST_SUITE_P(
    Sources, CheckSealTest,
    ::testing::ValuesIn<SealCase>({
        {"NotSealed", {{"no_network", "true"}}, {{"no_network", "false"}}, ""},
        {"Tightened", {{"seal", "true"}, {"no_network", "true"}}, {{"no_subprocess", "true"}}, ""},
        {"OwnRestrictionAndItsGrant",
         {{"seal", "true"}, {"no_network", "true"}},
         {{"no_subprocess", "true"}, {"allow_run", "git"}},
         ""},
        {"GrantThatTheFileHas",
         {{"seal", "true"}, {"no_network", "true"}, {"allow_domain", "a"}},
         {{"allow_domain", "a"}},
         ""},
        {"Grant",
         {{"seal", "true"}, {"no_network", "true"}, {"allow_domain", "a"}},
         {{"allow_domain", "b"}},
         "allow_domain = \"b\""},
        {"GrantedFlag",
         {{"seal", "true"}, {"no_network", "true"}},
         {{"allow_localhost", "true"}},
         "allow_localhost"},
        {"RestrictionRemoved",
         {{"seal", "true"}, {"no_network", "true"}},
         {{"no_network", "false"}},
         "no_network"},
        {"SealRemoved", {{"seal", "true"}}, {{"seal", "false"}}, "seal"},
        {"KernelOff", {{"seal", "true"}}, {{"kernel", "off"}}, "kernel = \"off\""},
        {"LogOnly", {{"seal", "true"}}, {{"on_violation", "log"}}, "on_violation = \"log\""},
        {"Kill", {{"seal", "true"}}, {{"on_violation", "kill"}}, ""},
        {"ReportOnly", {{"seal", "true"}}, {{"report_only", "true"}}, "report_only"},
        {"LimitRaised",
         {{"seal", "true"}, {"max_memory", "5"}},
         {{"max_memory", "6"}},
         "max_memory = \"6\""},
        {"LimitLowered", {{"seal", "true"}, {"max_memory", "5"}}, {{"max_memory", "4"}}, ""},
        {"Trace", {{"seal", "true"}}, {{"trace", "true"}}, ""},
    }),
    [](const auto& test) { return test.param.name; });

TEST(CheckSealTest, AWeakerSourceCannotGrantEither) {
  const PolicyWithOrigins project = From("pyproject.toml:9", {{"allow_domain", "b"}});
  const PolicyWithOrigins sealed =
      From("hermetic.toml:1", {{"seal", "true"}, {"no_network", "true"}});
  EXPECT_THAT(std::string(CheckSeal(sealed, Override(project, sealed)).message()),
              AllOf(HasSubstr("pyproject.toml:9: allow_domain = \"b\""),
                    HasSubstr("sealed by hermetic.toml:1")));
}

}  // namespace
}  // namespace hermetic
