#include "profiles/config_file.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "policy_folder.h"

namespace hermetic {
namespace {

using ::testing::HasSubstr;

std::string Told(const std::vector<Setting>& settings) {
  std::string told;
  for (const Setting& setting : settings) {
    told += setting.origin.text + " " + setting.name + "=" + setting.value + "\n";
  }
  return told;
}

absl::StatusOr<std::optional<ConfigFile>> Parse(std::string_view text,
                                                const std::string& path = "/w/hermetic.toml") {
  return ParseConfig(text, path, SourceKind::kConfigFile, "/w");
}

TEST(ParseConfigTest, EachValueKnowsItsLine) {
  const auto file = Parse(R"(no_network = true
block_native = false
fs_readonly = "./data"
allow_domain = [
  "a.example",
  "b.example",
]
deny_imports = "socket"
max_memory = 1048576
timeout = "5m"
profiles = ["ci", "exec-deny"]

[profile.ci]
no-subprocess = true
profiles = "fs-readonly"
)");
  ASSERT_TRUE(file.ok()) << file.status();
  EXPECT_EQ(Told((*file)->settings),
            "hermetic.toml:5 allow_domain=a.example\n"
            "hermetic.toml:6 allow_domain=b.example\n"
            "hermetic.toml:2 block_native=false\n"
            "hermetic.toml:8 deny_import=socket\n"
            "hermetic.toml:3 fs_readonly=./data\n"
            "hermetic.toml:9 max_memory=1048576\n"
            "hermetic.toml:1 no_network=true\n"
            "hermetic.toml:11 profile=ci\n"
            "hermetic.toml:11 profile=exec-deny\n"
            "hermetic.toml:10 timeout=5m\n");
  ASSERT_EQ((*file)->profiles.size(), 1);
  EXPECT_EQ((*file)->profiles[0].name, "ci");
  EXPECT_EQ((*file)->profiles[0].place, "hermetic.toml:13");
  EXPECT_EQ(Told((*file)->profiles[0].settings),
            "hermetic.toml:14 no_subprocess=true\n"
            "hermetic.toml:15 profile=fs-readonly\n");
}

TEST(ParseConfigTest, AFileElsewhereIsShownByItsPath) {
  const auto file = Parse("no_network = true", "/hermetic.toml");
  ASSERT_TRUE(file.ok()) << file.status();
  EXPECT_EQ(Told((*file)->settings), "/hermetic.toml:1 no_network=true\n");
  EXPECT_EQ((*file)->settings.front().directory, "/");
}

TEST(ParseConfigTest, PyprojectNeedsTheTable) {
  const std::string path = "/w/pyproject.toml";
  for (const char* text : {"", "[tool.ruff]\nline-length = 100", "not toml at all",
                           "[project]\nname = 'hermetic'", "tool = 'hermetic'"}) {
    const auto file = Parse(text, path);
    ASSERT_TRUE(file.ok()) << file.status();
    EXPECT_FALSE(file->has_value()) << text;
  }
  const auto file = Parse("[tool.hermetic]\nno_network = true", path);
  ASSERT_TRUE(file.ok()) << file.status();
  EXPECT_EQ(Told((*file)->settings), "pyproject.toml:2 no_network=true\n");
}

struct BadCase {
  const char* text;
  const char* message;
};
class BadConfigTest : public ::testing::TestWithParam<BadCase> {};

TEST_P(BadConfigTest, IsRefusedWithItsLine) {
  const auto file = Parse(GetParam().text);
  ASSERT_FALSE(file.ok());
  EXPECT_EQ(file.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(file.status().message()), HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Files, BadConfigTest,
    ::testing::ValuesIn<BadCase>({
        {"no_network = ", "hermetic.toml:1: "},
        {"\nno_netwrok = true",
         "hermetic.toml:2: unknown option \"no_netwrok\"; did you mean no_network?"},
        {"color = 'red'", "hermetic.toml:1: unknown option \"color\""},
        {"no_network = 'yes'", "hermetic.toml:1: no_network: needs true or false"},
        {"no_network = 1", "no_network: needs true or false"},
        {"fs_readonly = 1", "fs_readonly: needs true, false or a string"},
        {"kernel = true", "kernel: needs a string"},
        {"timeout = 1.5", "timeout: needs a number or a string"},
        {"allow_domain = 1", "allow_domain: needs a list of strings"},
        {"allow_domain = ['a', 1]", "allow_domain: needs a list of strings"},
        {"profile = 'ci'", "profiles = [...] applies some"},
        {"[profile]\nci = true", "hermetic.toml:2: a profile is a table"},
        {"[profile.ci]\ncolor = 1", "hermetic.toml:2: unknown option \"color\""},
        {"[tool.hermetic]\nno_network = true", "unknown option \"tool\""},
    }));

std::string FoundIn(const std::string& directory) {
  const auto file = FindConfigFile(directory);
  if (!file.ok()) return std::string(file.status().message());
  return file->has_value() ? Told((*file)->settings) : "none";
}

TEST(FindConfigFileTest, TheNearestOneUpToTheRepositoryRoot) {
  const PolicyFolder folder;
  folder.Write("hermetic.toml", "no_network = true");
  folder.Write("repo/.git/x", "");
  folder.Write("repo/a/b/x", "");
  folder.Write("other/pyproject.toml", "[tool.ruff]");
  EXPECT_EQ(FoundIn(folder.path()), "hermetic.toml:1 no_network=true\n");
  EXPECT_EQ(FoundIn(folder / "other"), folder / "hermetic.toml" + ":1 no_network=true\n");
  EXPECT_EQ(FoundIn(folder / "repo/a/b"), "none");
  folder.Write("repo/pyproject.toml", "[tool.hermetic]\ntrace = true");
  EXPECT_EQ(FoundIn(folder / "repo/a/b"), folder / "repo/pyproject.toml" + ":2 trace=true\n");
  folder.Write("repo/a/b/hermetic.toml", "seal = true");
  EXPECT_EQ(FoundIn(folder / "repo/a/b"), "hermetic.toml:1 seal=true\n");
  EXPECT_EQ(FoundIn(""), "none");
  EXPECT_EQ(FoundIn(folder / "does/not/exist"), folder / "hermetic.toml" + ":1 no_network=true\n");
}

TEST(FindConfigFileTest, TwoPoliciesInOneDirectoryAreAnError) {
  const PolicyFolder folder;
  folder.Write("hermetic.toml", "");
  folder.Write("pyproject.toml", "[tool.ruff]");
  EXPECT_EQ(FoundIn(folder.path()), "");
  folder.Write("pyproject.toml", "[tool.hermetic]");
  EXPECT_THAT(FoundIn(folder.path()), HasSubstr("both hermetic.toml and [tool.hermetic]"));
}

TEST(FindConfigFileTest, WhatOthersCanWriteIsAnError) {
  const PolicyFolder folder;
  folder.Write("hermetic.toml", "no_network = true", 0666);
  EXPECT_THAT(FoundIn(folder.path()), HasSubstr("hermetic.toml: not trusted, for everyone"));
  // Named by the user, it is his choice.
  EXPECT_TRUE(
      ReadConfigFile(folder / "hermetic.toml", SourceKind::kConfigFile, folder.path()).ok());
}

TEST(FindConfigFileTest, WhatBelongsToAnotherUserIsAnError) {
  if (geteuid() != 0) GTEST_SKIP() << "only root can give files away";
  const PolicyFolder folder;
  folder.Write("hermetic.toml", "no_network = true");
  folder.Write("sub/x", "");
  ASSERT_EQ(chown((folder / "hermetic.toml").c_str(), 12345, 12345), 0);
  EXPECT_THAT(FoundIn(folder / "sub"), HasSubstr("it belongs to another user"));
  // Who owns the working directory has the say there: a bind mount in a container.
  ASSERT_EQ(chown((folder / "sub").c_str(), 12345, 12345), 0);
  EXPECT_THAT(FoundIn(folder / "sub"), HasSubstr("no_network=true"));
}

TEST(FindConfigFileTest, OnlyWhereTheUserMayLookAFileHeCannotReadIsAnError) {
  if (geteuid() != 0) GTEST_SKIP() << "only root can be somebody else";
  const PolicyFolder folder;
  folder.Write("hermetic.toml", "no_network = true", 0600);
  ASSERT_EQ(chmod(folder.path().c_str(), 0700), 0);
  ASSERT_EQ(seteuid(12345), 0);
  const std::string hidden = FoundIn(folder.path());
  ASSERT_EQ(seteuid(0), 0);
  ASSERT_EQ(chmod(folder.path().c_str(), 0755), 0);
  ASSERT_EQ(seteuid(12345), 0);
  const std::string unreadable = FoundIn(folder.path());
  ASSERT_EQ(seteuid(0), 0);
  EXPECT_EQ(hidden, "none");
  EXPECT_THAT(unreadable, HasSubstr("Permission denied"));
}

TEST(FindConfigFileTest, WhatIsNoFileIsAnErrorAndDoesNotBlock) {
  const PolicyFolder folder;
  ASSERT_EQ(mkfifo((folder / "hermetic.toml").c_str(), 0600), 0);
  EXPECT_THAT(FoundIn(folder.path()), HasSubstr("is not a regular file"));
}

TEST(FindConfigFileTest, AnOversizedFileIsAnError) {
  const PolicyFolder folder;
  folder.Write("hermetic.toml", std::string((1 << 20) + 1, '#'));
  EXPECT_THAT(FoundIn(folder.path()), HasSubstr("larger than 1 MiB"));
}

}  // namespace
}  // namespace hermetic
