#include "host/foreign_options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hermetic::host {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Holders kKernelAlone = {.kernel = true};
constexpr Holders kBoth = {.kernel = true, .hook = true};

TEST(NotHeldByTest, TheHookHoldsWhatTheKernelDoesNot) {
  Policy policy;
  policy.no_network = policy.no_code_exec = policy.trace = true;
  EXPECT_THAT(NotHeldBy(kBoth, policy), IsEmpty());
  EXPECT_THAT(NotHeldBy(kKernelAlone, policy), ElementsAre("--no-code-exec", "--trace"));
}

TEST(NotHeldByTest, WhatNeitherHoldsIsNamed) {
  Policy policy;
  policy.no_subprocess = true;
  policy.report = "/r";
  EXPECT_THAT(NotHeldBy(kBoth, policy), ElementsAre("--report"));
}

TEST(NotHeldByTest, LimitsAreTheKernels) {
  Policy policy;
  policy.max_processes = 3;
  EXPECT_THAT(NotHeldBy({.hook = true}, policy), ElementsAre("--max-processes"));
}

TEST(HookFlagsTest, CarryTheNamesOfTheHook) {
  Policy policy;
  EXPECT_EQ(HookFlags(policy), "{}");
  policy.no_network = true;
  policy.allow_domain = {"example.com"};
  policy.max_processes = 3;
  EXPECT_EQ(HookFlags(policy), R"({"allow_domains":["example.com"],"no_network":true})");
}

TEST(HookFlagsTest, ARestrictionWithAGrantThatTheHookDoesNotKnowIsTheKernels) {
  Policy policy;
  policy.fs_readonly = policy.no_code_exec = true;
  policy.allow_write = {"/w"};
  EXPECT_EQ(HookFlags(policy), R"({"no_code_exec":true})");
}

struct WordsCase {
  std::vector<std::string> words;
  const char* want;
};

TEST(KeepsHookOutTest, LooksAtOptionsBeforeTheScript) {
  for (const auto& [words, want] : std::vector<WordsCase>{
           {{"python3.12", "tool", "-I"}, ""},
           {{"python3.12", "-B", "-X", "dev", "-sIB", "tool"}, "-I"},
           {{"python3.12", "-E", "tool"}, "-E"},
           {{"python3.12", "-WIgnore", "tool"}, ""},
           {{"python3.12", "-W", "-S", "tool"}, ""},
           {{"python3.12", "-W", "error", "-S", "tool"}, "-S"},
           {{"python3.12", "-SWerror", "tool"}, "-S"},
       }) {
    EXPECT_EQ(KeepsHookOut("3.12", words), want) << words[1];
  }
}

TEST(KeepsHookOutTest, KnowsVersionsWithoutAuditHooks) {
  const std::vector<std::string> words = {"python", "tool"};
  for (const auto& [version, want] : std::vector<std::pair<std::string, std::string>>{
           {"2", "version 2"},
           {"2.7", "version 2.7"},
           {"3.7", "version 3.7"},
           {"3.8", ""},
           {"3.14", ""},
           {"3", ""},
           {"", ""},
       }) {
    EXPECT_EQ(KeepsHookOut(version, words), want) << version;
  }
}

}  // namespace
}  // namespace hermetic::host
