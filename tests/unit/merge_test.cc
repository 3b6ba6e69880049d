#include "profiles/merge.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace hermetic {
namespace {

using ::testing::ElementsAre;
using enum KernelMode;
using enum OnViolation;

struct MergeCase {
  const char* name;
  Policy a;
  Policy b;
  Policy want;
};
class UnionTest : public ::testing::TestWithParam<MergeCase> {};

TEST_P(UnionTest, AddsUp) { EXPECT_EQ(Union(GetParam().a, GetParam().b), GetParam().want); }

INSTANTIATE_TEST_SUITE_P(
    Policies, UnionTest,
    ::testing::ValuesIn<MergeCase>({
        {"Nothing", {}, {}, {}},
        {"Restrictions",
         {.no_network = true},
         {.no_subprocess = true},
         {.no_network = true, .no_subprocess = true}},
        {"AGrantWidensTheOther",
         {.no_network = true},
         {.allow_localhost = true},
         {.no_network = true, .allow_localhost = true}},
        {"ListsWithoutDuplicates",
         {.allow_domain = {"b", "a"}},
         {.allow_domain = {"a", "c"}},
         {.allow_domain = {"b", "a", "c"}}},
        {"TheSecondRoot", {.fs_root = "/a"}, {.fs_root = "/b"}, {.fs_root = "/b"}},
        {"TheOnlyRoot", {.fs_root = "/a"}, {}, {.fs_root = "/a"}},
        {"TheLowerLimit",
         {.max_memory_bytes = 5},
         {.max_memory_bytes = 7},
         {.max_memory_bytes = 5}},
        {"TheOnlyLimit", {}, {.timeout = absl::Seconds(1)}, {.timeout = absl::Seconds(1)}},
        {"KernelOverDefault", {}, {.kernel = kOff}, {.kernel = kOff}},
        {"KernelRequireOverOff", {.kernel = kRequire}, {.kernel = kOff}, {.kernel = kRequire}},
        {"KernelOffUnderRequire", {.kernel = kOff}, {.kernel = kRequire}, {.kernel = kRequire}},
        {"ReactionOverDefault", {.on_violation = kLog}, {}, {.on_violation = kLog}},
        {"KillOverLog", {.on_violation = kLog}, {.on_violation = kKill}, {.on_violation = kKill}},
        {"OsErrorOverLog",
         {.on_violation = kOsError},
         {.on_violation = kLog},
         {.on_violation = kOsError}},
    }),
    [](const auto& test) { return test.param.name; });

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

std::string OriginOf(const PolicyWithOrigins& policy, const char* key, size_t element = 0) {
  return policy.origins[OptionIndex(*FindKey(key))].at(element).text;
}

TEST(UnionWithOriginsTest, KeepsTheFirstOriginOfWhatBothSay) {
  const PolicyWithOrigins merged =
      Union(From("a", {{"no_network", "true"}, {"allow_domain", "x"}, {"max_memory", "5"}}),
            From("b", {{"no_network", "true"},
                       {"allow_domain", "x"},
                       {"allow_domain", "y"},
                       {"max_memory", "4"},
                       {"trace", "true"}}));
  EXPECT_EQ(OriginOf(merged, "no_network"), "a");
  EXPECT_EQ(OriginOf(merged, "allow_domain", 0), "a");
  EXPECT_EQ(OriginOf(merged, "allow_domain", 1), "b");
  EXPECT_EQ(OriginOf(merged, "max_memory"), "b");
  EXPECT_EQ(OriginOf(merged, "trace"), "b");
}

TEST(OverrideTest, TheStrongerSourceDecidesWhereThereIsRoomForOne) {
  const PolicyWithOrigins weak = From("weak", {{"no_network", "true"},
                                               {"no_subprocess", "true"},
                                               {"max_memory", "5"},
                                               {"kernel", "require"},
                                               {"allow_domain", "x"}});
  const PolicyWithOrigins strong = From(
      "strong",
      {{"no_network", "false"}, {"max_memory", "9"}, {"kernel", "auto"}, {"allow_domain", "y"}});
  const PolicyWithOrigins merged = Override(weak, strong);
  EXPECT_FALSE(merged.policy.no_network);
  EXPECT_TRUE(merged.policy.no_subprocess);
  EXPECT_EQ(merged.policy.max_memory_bytes, 9);
  EXPECT_EQ(merged.policy.kernel, kAuto);
  EXPECT_THAT(merged.policy.allow_domain, ElementsAre("x", "y"));
  EXPECT_EQ(OriginOf(merged, "no_network"), "strong");
  EXPECT_EQ(OriginOf(merged, "no_subprocess"), "weak");
  EXPECT_EQ(OriginOf(merged, "allow_domain", 1), "strong");
}

TEST(StackTest, KeepsLevelsApartAndEqualOnesOnce) {
  PolicyStack stack;
  Stack({.policy = {.no_network = true}}, &stack);
  Stack({.policy = {.no_network = true, .allow_localhost = true}}, &stack);
  Stack({.policy = {.no_network = true}}, &stack);
  ASSERT_EQ(stack.size(), 2);
  EXPECT_FALSE(stack[0].policy.allow_localhost);
  EXPECT_FALSE(IsSealed(stack));
  Stack({.policy = {.seal = true}}, &stack);
  EXPECT_TRUE(IsSealed(stack));
}

TEST(StackTest, TheProcessObeysTheStrictestLevel) {
  EXPECT_EQ(ProcessWide({}), Policy());
  const PolicyStack stack = {
      {.policy = {.no_network = true, .max_memory_bytes = 5, .kernel = kOff}},
      {.policy = {.max_memory_bytes = 7, .timeout = absl::Seconds(3), .seal = true}},
  };
  EXPECT_EQ(
      ProcessWide(stack),
      (Policy{.max_memory_bytes = 5, .timeout = absl::Seconds(3), .seal = true, .kernel = kAuto}));
  EXPECT_EQ(ProcessWide({stack[0]}).kernel, kOff);
}

struct LoosensCase {
  const char* option;
  Policy a;
  Policy b;
  bool want;
};
class LoosensTest : public ::testing::TestWithParam<LoosensCase> {};

TEST_P(LoosensTest, AsksWhatTheSecondPermits) {
  const LoosensCase& test = GetParam();
  EXPECT_EQ(Loosens(*FindKey(test.option), test.a, test.b), test.want) << test.option;
}

INSTANTIATE_TEST_SUITE_P(
    Options, LoosensTest,
    ::testing::ValuesIn<LoosensCase>({
        {"no_network", {.no_network = true}, {}, true},
        {"no_network", {}, {.no_network = true}, false},
        {"allow_domain", {.no_network = true}, {.allow_domain = {"x"}}, true},
        {"allow_domain", {}, {.no_network = true, .allow_domain = {"x"}}, false},
        {"allow_domain",
         {.no_network = true, .allow_domain = {"x"}},
         {.allow_domain = {"x"}},
         false},
        {"allow_localhost", {.no_network = true}, {.allow_localhost = true}, true},
        {"allow_env", {.scrub_env = true}, {.allow_env = {"HOME"}}, true},
        {"allow_read", {.fs_readonly = true}, {.allow_read = {"/x"}}, false},
        {"allow_read", {.fs_root = "/r"}, {.allow_read = {"/x"}}, true},
        {"deny_import", {.deny_import = {"x"}}, {.deny_import = {"x", "y"}}, false},
        {"deny_import", {.deny_import = {"x"}}, {}, true},
        {"fs_root", {.fs_root = "/a"}, {.fs_root = "/b"}, true},
        {"fs_root", {}, {.fs_root = "/b"}, false},
        {"max_memory", {.max_memory_bytes = 5}, {.max_memory_bytes = 6}, true},
        {"max_memory", {.max_memory_bytes = 5}, {.max_memory_bytes = 4}, false},
        {"max_memory", {.max_memory_bytes = 5}, {}, true},
        {"kernel", {}, {.kernel = kOff}, true},
        {"kernel", {}, {.kernel = kRequire}, false},
        {"on_violation", {}, {.on_violation = kOsError}, true},
        {"on_violation", {}, {.on_violation = kKill}, false},
        {"report_only", {}, {.report_only = true}, true},
        {"trace", {.trace = true}, {}, false},
        {"audit_log", {.audit_log = "/a"}, {.audit_log = "/b"}, true},
        {"seal", {.seal = true}, {}, true},
    }));

}  // namespace
}  // namespace hermetic
