#include "guards/environment_rules.h"

#include "gtest/gtest.h"

namespace hermetic {
namespace {

TEST(EnvironmentRulesTest, GrantsCoverNamesAndBeginnings) {
  const EnvironmentRules rules = EnvironmentRules::Compile({.allow_env = {"TOKEN", "APP_*"}});
  EXPECT_TRUE(rules.IsGranted("TOKEN"));
  EXPECT_FALSE(rules.IsGranted("TOKEN2"));
  EXPECT_TRUE(rules.IsGranted("APP_"));
  EXPECT_TRUE(rules.IsGranted("APP_MODE"));
  EXPECT_FALSE(rules.IsGranted("APP"));
  EXPECT_FALSE(rules.IsGranted(""));
}

TEST(EnvironmentRulesTest, WhatSteersTheInterpreterIsHarmlessAndSecretsAreNot) {
  for (const char* name : {"PATH", "HOME", "LC_ALL", "PYTHONPATH", "TMPDIR", "COLUMNS"}) {
    EXPECT_TRUE(IsHarmlessVariable(name)) << name;
  }
  for (const char* name : {"AWS_SECRET_ACCESS_KEY", "GITHUB_TOKEN", "PATHS", "MYHOME", ""}) {
    EXPECT_FALSE(IsHarmlessVariable(name)) << name;
  }
}

}  // namespace
}  // namespace hermetic
