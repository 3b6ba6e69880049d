#include "profiles/option_value.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "profiles/policy_with_origins.h"
#include "profiles/utf8.h"

namespace hermetic {
namespace {

using ::testing::HasSubstr;

struct ValueCase {
  OptionKind kind;
  std::string value;
  std::string want;   // Canonical text, or
  std::string error;  // a part of the message.
};
class CanonicalValueTest : public ::testing::TestWithParam<ValueCase> {};

TEST_P(CanonicalValueTest, IsOneSpellingOrAnError) {
  const ValueCase& test = GetParam();
  const absl::StatusOr<std::string> got = CanonicalValue(test.kind, test.value, "/work/dir");
  if (test.error.empty()) {
    ASSERT_TRUE(got.ok()) << got.status();
    EXPECT_EQ(*got, test.want);
  } else {
    ASSERT_FALSE(got.ok()) << *got;
    EXPECT_EQ(got.status().code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(std::string(got.status().message()), HasSubstr(test.error));
  }
}

using enum OptionKind;
const ValueCase kValues[] = {
    {kFlag, "true", "true"},
    {kFlag, "yes", "", "\"yes\" is not true or false"},
    {kFlag, "", "", "empty"},
    {kSize, "512M", "536870912"},
    {kSize, "1GiB", "1073741824"},
    {kSize, "4096", "4096"},
    {kSize, "100B", "100"},
    {kSize, "1G", "1073741824"},
    {kSize, "512MB", "", "\"512MB\" is not a size"},
    {kSize, "512iB", "", "is not a size"},
    {kSize, "0", "", "is not a size"},
    {kSize, "-1", "", "is not a size"},
    {kSize, "1.5G", "", "is not a size"},
    {kSize, "G", "", "is not a size"},
    {kSize, "B", "", "is not a size"},
    {kSize, "99999999T", "", "is not a size"},
    {kSize, "99999999999999999999", "", "is not a size"},
    {kDuration, "30", "30s"},
    {kDuration, "5m", "5m"},
    {kDuration, "90s", "1m30s"},
    {kDuration, "1h30m", "1h30m"},
    {kDuration, "250ms", "250ms"},
    {kDuration, "0", "", "is not a duration"},
    {kDuration, "-5s", "", "is not a duration"},
    {kDuration, "inf", "", "is not a duration"},
    {kDuration, "5 m", "", "is not a duration"},
    {kCount, "16", "16"},
    {kCount, "0", "", "is not a number above 0"},
    {kCount, "1e3", "", "is not a number above 0"},
    {kKernelMode, "require", "require"},
    {kKernelMode, "on", "", "\"on\" is not auto, require or off"},
    {kOnViolation, "oserror", "oserror"},
    {kOnViolation, "ignore", "", "is not raise, oserror, kill or log"},
    {kPathList, "sub/../x/", "/work/dir/x"},
    {kPathList, "/a//b/./c", "/a/b/c"},
    {kPathList, "../../..", "/"},
    {kPathList, ".", "/work/dir"},
    {kPathList, "/", "/"},
    {kPathList, "a\xff", "", "is not UTF-8"},
    {kPathList, std::string("a\0b", 3), "", "null byte"},
    {kPath, "log", "/work/dir/log"},
    {kExecutableList, "git", "git"},
    {kExecutableList, "./git", "/work/dir/git"},
    {kDirectory, "/", "/"},
    {kDirectory, "/does/not/exist", "", "\"/does/not/exist\" cannot be used: No such file"},
    {kDirectory, "/dev/null", "", "\"/dev/null\" is not a directory"},
    {kDirectory, "/proc/self/../../usr", "/usr"},
    {kDomainList, "Example.COM.", "example.com"},
    {kDomainList, "localhost", "localhost"},
    {kDomainList, "127.0.0.1", "127.0.0.1"},
    {kDomainList, "_dmarc.example.com", "_dmarc.example.com"},
    {kDomainList, "*.example.com", "", "leave out the \"*.\""},
    {kDomainList, "http://example.com", "", "not a host name"},
    {kDomainList, "example..com", "", "not a host name"},
    {kDomainList, "a b", "", "not a host name"},
    {kDomainList, ".", "", "not a host name"},
    {kDomainList,
     "b\xc3\xbc"
     "cher.de",
     "", "xn--"},
    {kDomainList, "::1", "", "not a host name"},
    {kHostList, "DB.example.com:5432", "db.example.com:5432"},
    {kHostList, "10.0.0.0/8", "10.0.0.0/8"},
    {kHostList, "example.com:http", "", "the port is not 1 to 65535"},
    {kVariableList, "LC_*", "LC_*"},
    {kVariableList, "HOME", "HOME"},
    {kVariableList, "*", "", "is not the name of a variable"},
    {kVariableList, "A*B", "", "is not the name of a variable"},
    {kVariableList, "A=B", "", "is not the name of a variable"},
    {kModuleList, "numpy.linalg", "numpy.linalg"},
    {kModuleList, "numpy.*", "", "is not the name of a module"},
    {kModuleList, "scikit-learn", "", "is not the name of a module"},
    {kModuleList, ".pkg", "", "is not the name of a module"},
    {kModuleList, "\xc3\xa9t\xc3\xa9", "\xc3\xa9t\xc3\xa9"},
};
INSTANTIATE_TEST_SUITE_P(Values, CanonicalValueTest, ::testing::ValuesIn(kValues));

TEST(Utf8Test, RefusesWhatOnlyLooksLikeIt) {
  EXPECT_TRUE(IsUtf8("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x90\x8d"));
  for (const char* text : {"\x80", "\xc0\xaf", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xe2\x82"}) {
    EXPECT_FALSE(IsUtf8(text));
  }
}

Setting FromFile(std::string name, std::string value) {
  return {.name = std::move(name),
          .value = std::move(value),
          .directory = "/project",
          .origin = {SourceKind::kConfigFile, "hermetic.toml:12"}};
}

TEST(SetOptionTest, KnowsTheOriginOfEachElement) {
  PolicyWithOrigins policy;
  ASSERT_TRUE(SetOption(FromFile("allow_domains", "A.example"), &policy).ok());
  ASSERT_TRUE(SetOption({.name = "allow-domain",
                         .value = "b.example",
                         .origin = {SourceKind::kCommandLine, "--allow-domain"}},
                        &policy)
                  .ok());
  ASSERT_TRUE(SetOption(FromFile("allow-domain", "a.example"), &policy).ok());
  EXPECT_THAT(policy.policy.allow_domain, ::testing::ElementsAre("a.example", "b.example"));
  const Option& option = *FindKey("allow_domain");
  ASSERT_EQ(policy.origins[OptionIndex(option)].size(), 2);
  EXPECT_EQ(NameWithOrigin(policy, option, 0), "--allow-domain a.example (hermetic.toml:12)");
  EXPECT_EQ(NameWithOrigin(policy, option, 1), "--allow-domain b.example");
}

TEST(SetOptionTest, ARootComesWithItsFlag) {
  PolicyWithOrigins policy;
  ASSERT_TRUE(SetOption(FromFile("fs_readonly", "/usr"), &policy).ok());
  EXPECT_TRUE(policy.policy.fs_readonly);
  EXPECT_EQ(policy.policy.fs_root, "/usr");
  EXPECT_THAT(OriginsByFlag(policy),
              ::testing::Contains(::testing::Pair("--fs-readonly=ROOT", "hermetic.toml:12")));
}

TEST(SetOptionTest, ErrorsNameValueAndOrigin) {
  PolicyWithOrigins policy;
  EXPECT_EQ(SetOption(FromFile("max_memory", "5X"), &policy).message(),
            "hermetic.toml:12: max_memory: \"5X\" is not a size, such as 512M or 1GiB");
  EXPECT_EQ(SetOption({.name = "fs-readonly",
                       .value = "/does/not/exist",
                       .origin = {SourceKind::kCommandLine, "--fs-readonly"}},
                      &policy)
                .message(),
            "--fs-readonly: \"/does/not/exist\" cannot be used: No such file or directory");
  EXPECT_EQ(SetOption(FromFile("no_netwrok", "true"), &policy).message(),
            "hermetic.toml:12: no_netwrok: unknown option");
  EXPECT_EQ(policy, PolicyWithOrigins());
}

// The way of each field into text and back.
TEST(StoreValueTest, ReadsBackWhatItStored) {
  for (const Option& option : AllOptions()) {
    Policy policy;
    const std::string value = [&]() -> std::string {
      switch (option.kind) {
        case kFlag:
        case kFlagOrRoot:
          return "true";
        case kKernelMode:
          return "off";
        case kOnViolation:
          return "kill";
        case kDuration:
          return "1m30s";
        default:
          return "42";
      }
    }();
    ASSERT_TRUE(StoreValue(option, value, &policy).ok()) << option.name;
    EXPECT_FALSE(policy == Policy()) << option.name;
    EXPECT_THAT(ReadValues(option, policy), ::testing::ElementsAre(value)) << option.name;
  }
}

TEST(StoreValueTest, RefusesWhatIsNotCanonical) {
  Policy policy;
  for (const char* key : {"no_network", "kernel", "on_violation", "max_memory", "timeout"}) {
    EXPECT_FALSE(StoreValue(*FindKey(key), "1 x", &policy).ok()) << key;
  }
  EXPECT_EQ(policy, Policy());
}

}  // namespace
}  // namespace hermetic
