#include "resolver/entry_points.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/unit/temporary_tree.h"

namespace hermetic::resolver {
namespace {

struct ReferenceCase {
  const char* name;
  const char* text;
  std::optional<ObjectReference> want;
};
class ObjectReferenceTest : public ::testing::TestWithParam<ReferenceCase> {};

TEST_P(ObjectReferenceTest, IsModuleAndAttribute) {
  EXPECT_EQ(ParseObjectReference(GetParam().text), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(Texts, ObjectReferenceTest,
                         ::testing::ValuesIn<ReferenceCase>({
                             {"Both", "pkg.mod:main", {{"pkg.mod", "main"}}},
                             {"DottedAttribute", "pkg:App.run", {{"pkg", "App.run"}}},
                             {"ModuleAlone", "pkg.mod", {{"pkg.mod", ""}}},
                             {"Spaces", " pkg : main ", {{"pkg", "main"}}},
                             {"NotAscii", "caf\xc3\xa9:run", {{"caf\xc3\xa9", "run"}}},
                             {"NoAttribute", "pkg:", std::nullopt},
                             {"NoModule", ":main", std::nullopt},
                             {"SecondColon", "a:b:c", std::nullopt},
                             {"Path", "./a:b", std::nullopt},
                             {"Dash", "a-b", std::nullopt},
                             {"Digit", "3a:b", std::nullopt},
                             {"EmptyPart", "a..b:c", std::nullopt},
                             {"Empty", "", std::nullopt},
                             {"Code", "os:system('x')", std::nullopt},
                         }),
                         [](const auto& test) { return test.param.name; });

constexpr char kEntryPoints[] =
    "# comment\n"
    "[gui_scripts]\n"
    "tool = wrong:gui\n"
    "[console_scripts]\n"
    "tool = pkg.cli:main\n"
    "spaced=pkg.cli : other  \n"
    "extra = pkg.cli:main [color, fast]\r\n"
    "module-only = pkg.cli\n"
    "; comment = pkg:no\n"
    "broken = not a module\n"
    "\n"
    "[other]\n"
    "later = wrong:main\n";

struct EntryCase {
  const char* name;
  const char* script;
  std::optional<ObjectReference> want;
};
class EntryPointsTest : public ::testing::TestWithParam<EntryCase> {};

TEST_P(EntryPointsTest, GivesTheConsoleScript) {
  EXPECT_EQ(FindInEntryPoints(kEntryPoints, GetParam().script), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(Scripts, EntryPointsTest,
                         ::testing::ValuesIn<EntryCase>({
                             {"InItsGroup", "tool", {{"pkg.cli", "main"}}},
                             {"Spaces", "spaced", {{"pkg.cli", "other"}}},
                             {"ExtrasDropped", "extra", {{"pkg.cli", "main"}}},
                             {"ModuleAlone", "module-only", {{"pkg.cli", ""}}},
                             {"OtherGroup", "later", std::nullopt},
                             {"Comment", "comment", std::nullopt},
                             {"Broken", "broken", std::nullopt},
                             {"PrefixOfAName", "too", std::nullopt},
                             {"CaseMatters", "Tool", std::nullopt},
                         }),
                         [](const auto& test) { return test.param.name; });

TEST(FindConsoleScriptTest, ReadsWheelsAndEggs) {
  const TemporaryTree tree;
  tree.Write("a/wheel-1.dist-info/entry_points.txt", "[console_scripts]\nw = wheel:main\n");
  tree.Write("b/egg.egg-info/entry_points.txt", "[console_scripts]\ne = egg:main\n");
  tree.Write("b/plain.egg-info", "Metadata-Version: 1.0\n");
  const std::vector<std::string> sites = {tree.Path("gone"), tree.Path("a"), tree.Path("b")};
  EXPECT_EQ(FindConsoleScript("w", sites)->object.module, "wheel");
  EXPECT_EQ(FindConsoleScript("e", sites)->metadata, tree.Path("b/egg.egg-info/entry_points.txt"));
  EXPECT_FALSE(FindConsoleScript("plain", sites).has_value());
}

TEST(FindConsoleScriptTest, TheFirstDirectoryWins) {
  const TemporaryTree tree;
  tree.Write("a/x-1.dist-info/entry_points.txt", "[console_scripts]\nt = first:main\n");
  tree.Write("b/x-1.dist-info/entry_points.txt", "[console_scripts]\nt = second:main\n");
  const std::vector<std::string> sites = {tree.Path("a"), tree.Path("b")};
  EXPECT_EQ(FindConsoleScript("t", sites)->object.module, "first");
}

TEST(FindConsoleScriptTest, TheDistributionOfThatNameWins) {
  const TemporaryTree tree;
  for (const char* other : {"aaa", "my_tool_plugin", "zzz"}) {
    tree.Write(absl::StrCat("a/", other, "-1.dist-info/entry_points.txt"),
               "[console_scripts]\nmy-tool = plugin:main\n");
  }
  tree.Write("a/My_Tool-1.dist-info/entry_points.txt", "[console_scripts]\nmy-tool = tool:main\n");
  const std::vector<std::string> sites = {tree.Path("a")};
  EXPECT_EQ(FindConsoleScript("my-tool", sites)->object.module, "tool");
}

// Printed, not judged: the budget is one millisecond.
TEST(FindConsoleScriptTest, TellsItsTimeFor200Distributions) {
  const TemporaryTree tree;
  for (int i = 0; i < 200; ++i) {
    tree.Write(absl::StrCat("site/dist", i, "-1.0.dist-info/entry_points.txt"),
               absl::StrCat("[console_scripts]\nscript", i, " = dist", i, ".cli:main\n"));
    tree.Write(absl::StrCat("site/dist", i, "/__init__.py"), "");
  }
  const std::vector<std::string> sites = {tree.Path("site")};
  for (const char* name : {"dist7", "script199", "no-such-script"}) {
    auto best = std::chrono::nanoseconds::max();
    for (int run = 0; run < 20; ++run) {
      const auto start = std::chrono::steady_clock::now();
      const auto found = FindConsoleScript(name, sites);
      best = std::min<std::chrono::nanoseconds>(best, std::chrono::steady_clock::now() - start);
      EXPECT_EQ(found.has_value(), std::string(name) == "script199");
    }
    std::printf("200 distributions, %s: %.3f ms\n", name,
                std::chrono::duration<double, std::milli>(best).count());
  }
}

}  // namespace
}  // namespace hermetic::resolver
