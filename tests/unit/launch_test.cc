#include "host/launch.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/unit/temporary_tree.h"

namespace hermetic::host {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Words = std::vector<std::string>;

class PlanLaunchTest : public ::testing::Test {
 protected:
  PlanLaunchTest() {
    around_.installation = {.executable = tree_.WriteProgram("bin/hermetic-python", ""),
                            .python = tree_.WriteProgram("bin/python3.11", ""),
                            .version = "3.11",
                            .stdlib = tree_.Path("lib"),
                            .site_dirs = {tree_.Path("site")}};
    tree_.Write("site/tool-1.dist-info/entry_points.txt",
                "[console_scripts]\ntool = pkg:App.run\n");
    tree_.Write("lib/mod.py", "");
  }

  Launch Plan(Words words) {
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    const auto line = ParseCommandLine(static_cast<int>(argv.size()), argv.data());
    EXPECT_TRUE(line.ok()) << line.status();
    const auto launch = PlanLaunch(*line, around_);
    EXPECT_TRUE(launch.ok()) << launch.status();
    return launch.ok() ? *launch : Launch{};
  }

  TemporaryTree tree_;
  resolver::Surroundings around_;
};

TEST_F(PlanLaunchTest, WhatPythonTakesStaysAsItWas) {
  const std::string script = tree_.Write("s.py", "");
  for (const Words& words :
       {Words{"hermetic-python"}, Words{"hermetic-python", "-B", "-"},
        Words{"hermetic-python", "-Bm", "mod", "-x"}, Words{"hermetic-python", "-c", "pass", "--"},
        Words{"hermetic-python", "-I", "--", script, "-m"},
        Words{"hermetic-python", "no-such-file", "a"}}) {
    const Launch launch = Plan(words);
    EXPECT_EQ(launch.words, words);
    EXPECT_EQ(launch.script_name, "");
  }
}

TEST_F(PlanLaunchTest, TheModuleIsToldWhereverItStands) {
  EXPECT_EQ(Plan({"hermetic-python", "-m", "mod"}).target.module, "mod");
  EXPECT_EQ(Plan({"hermetic-python", "-Bmmod"}).target.module, "mod");
}

TEST_F(PlanLaunchTest, CommandsBecomePythonsOwnWords) {
  const std::string script = tree_.Write("s.py", "#!/usr/bin/env -S python3 -u\n");
  EXPECT_THAT(Plan({"hermetic", "--", script, "-x"}).words,
              ElementsAre("hermetic", "-u", script, "-x"));
  EXPECT_THAT(Plan({"hermetic", "--", "mod", "a"}).words,
              ElementsAre("hermetic", "-m", "mod", "a"));
  EXPECT_THAT(Plan({"hermetic", "--", "-m", "mod"}).words, ElementsAre("hermetic", "-m", "mod"));
}

TEST_F(PlanLaunchTest, AnEntryPointWithoutAFileIsCalledUnderItsName) {
  const Launch launch = Plan({"hermetic-python", "-B", "--", "tool", "a", "-b"});
  EXPECT_THAT(launch.words,
              ElementsAre("hermetic-python", "-B", "-c",
                          "import sys\nfrom pkg import App\nsys.exit(App.run())\n", "a", "-b"));
  EXPECT_EQ(launch.script_name, tree_.Path("bin/tool"));
}

TEST_F(PlanLaunchTest, AnAttributeIsNamedAsTheUserNamedIt) {
  const Launch launch = Plan({"hermetic", "--", "mod:run", "a"});
  ASSERT_EQ(launch.words.size(), 4U);
  EXPECT_THAT(launch.words[2], HasSubstr("import mod as target"));
  EXPECT_EQ(launch.script_name, "mod:run");
}

TEST_F(PlanLaunchTest, DescriptionsStayOnTheirLines) {
  EXPECT_EQ(DescribeTarget({.kind = resolver::TargetKind::kScript, .name = "a\nb", .path = "c"}),
            "target: a\\nb\nkind: script\npath: c\n");
}

}  // namespace
}  // namespace hermetic::host
