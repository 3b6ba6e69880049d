#include "profiles/builtin_profiles.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "profiles/near_names.h"
#include "profiles/policy_check.h"
#include "profiles/profile_book.h"

namespace hermetic {
namespace {

struct ProfileCase {
  const char* name;
  Policy want;
};
class UpstreamProfileTest : public ::testing::TestWithParam<ProfileCase> {};

TEST_P(UpstreamProfileTest, HasTheFieldsOfThePackageHermetic) {
  const absl::StatusOr<PolicyWithOrigins> policy = ProfileBook().ApplyProfile(GetParam().name, "/");
  ASSERT_TRUE(policy.ok()) << policy.status();
  EXPECT_EQ(policy->policy, GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(Profiles, UpstreamProfileTest,
                         ::testing::ValuesIn<ProfileCase>({
                             {"block-all",
                              {.no_network = true,
                               .no_subprocess = true,
                               .fs_readonly = true,
                               .no_environment = true,
                               .no_code_exec = true,
                               .no_interpreter_mutation = true,
                               .block_native = true}},
                             {"net-hermetic", {.no_network = true, .allow_localhost = true}},
                             {"exec-deny", {.no_subprocess = true}},
                             {"fs-readonly", {.fs_readonly = true}},
                             {"block-native", {.block_native = true}},
                         }));

TEST(BuiltinProfilesTest, EachIsUsableByItself) {
  for (const BuiltinProfile& profile : BuiltinProfiles()) {
    const absl::StatusOr<PolicyWithOrigins> policy = ProfileBook().ApplyProfile(profile.name, "/");
    ASSERT_TRUE(policy.ok()) << policy.status();
    EXPECT_TRUE(policy->policy.RestrictsAnything()) << profile.name;
    EXPECT_TRUE(CheckPolicy(*policy).ok()) << profile.name << ": " << CheckPolicy(*policy);
  }
}

TEST(BuiltinProfilesTest, TheAgentHasNoWayOut) {
  const Policy policy = ProfileBook().ApplyProfile("agent", "/usr/lib")->policy;
  EXPECT_TRUE(policy.no_network);
  EXPECT_FALSE(policy.allow_localhost);
  EXPECT_TRUE(policy.no_subprocess);
  EXPECT_EQ(policy.fs_root, "/usr/lib");
  EXPECT_TRUE(policy.allow_write.empty());
  EXPECT_TRUE(policy.no_environment);
  EXPECT_TRUE(policy.block_native);
  EXPECT_THAT(policy.allow_native, ::testing::Contains("numpy"));
}

TEST(BuiltinProfilesTest, AnUnknownOneIsNotFound) {
  EXPECT_EQ(ProfileBook().ApplyProfile("nope", "/").status().code(), absl::StatusCode::kNotFound);
}

TEST(NearNamesTest, FindsSlipsAndNothingElse) {
  const std::vector<std::string> names = {"no_network", "trace", "seal"};
  EXPECT_EQ(DidYouMean("no_netwrok", names), "; did you mean no_network?");
  EXPECT_EQ(DidYouMean("tracee", names), "; did you mean trace?");
  EXPECT_EQ(DidYouMean("sale", names), "");
  EXPECT_EQ(DidYouMean("", names), "");
}

}  // namespace
}  // namespace hermetic
