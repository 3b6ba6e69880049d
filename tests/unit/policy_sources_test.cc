#include "profiles/policy_sources.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "policy_folder.h"
#include "profiles/policy_listing.h"

namespace hermetic {
namespace {

using ::testing::HasSubstr;
using Strings = std::vector<std::string>;

Setting Flag(std::string name, std::string value = "true") {
  const std::string origin = "--" + name;
  return {.name = std::move(name),
          .value = std::move(value),
          .origin = {SourceKind::kCommandLine, origin}};
}

// A start in a folder of its own; every source may be given.
class PolicySourcesTest : public ::testing::Test {
 protected:
  absl::StatusOr<PolicyWithOrigins> Load() {
    std::vector<const char*> environ;
    for (const std::string& variable : variables_) environ.push_back(variable.c_str());
    environ.push_back(nullptr);
    return LoadPolicy({.working_directory = folder_.path(),
                       .environ = environ.data(),
                       .venv = venv_,
                       .find_config_file = find_config_file_,
                       .config_file = config_file_,
                       .command_line = command_line_},
                      &book_);
  }

  // The listing with single spaces, or the error.
  std::string Told() {
    const absl::StatusOr<PolicyWithOrigins> policy = Load();
    if (!policy.ok()) return std::string(policy.status().message());
    std::string told;
    for (const char c : ListPolicy(*policy)) {
      if (c != ' ' || told.empty() || told.back() != ' ') told += c;
    }
    return told;
  }

  PolicyFolder folder_;
  Strings variables_;
  std::string venv_;
  bool find_config_file_ = true;
  std::string config_file_;
  std::vector<Setting> command_line_;
  ProfileBook book_;
};

TEST_F(PolicySourcesTest, NoSourceIsPython) {
  const absl::StatusOr<PolicyWithOrigins> policy = Load();
  ASSERT_TRUE(policy.ok()) << policy.status();
  EXPECT_EQ(*policy, PolicyWithOrigins());
  EXPECT_THAT(Told(), HasSubstr("no policy"));
}

TEST_F(PolicySourcesTest, SourcesAddUpAndEachValueKnowsItsOwn) {
  folder_.Write("pyproject.toml",
                "[tool.hermetic]\nprofiles = ['net-hermetic']\n"
                "allow_domain = ['a.example']\n");
  folder_.Write("venv/hermetic.toml", "no_subprocess = true\n");
  venv_ = folder_ / "venv";
  variables_ = {"PATH=/bin", "HERMETIC_ALLOW_DOMAIN=b.example,a.example", "HERMETIC_TRACE=1"};
  command_line_ = {Flag("fs-readonly"), Flag("allow-domain", "c.example")};
  EXPECT_EQ(Told(),
            "no_network = true # profile net-hermetic (pyproject.toml:2)\n"
            "allow_localhost = true # profile net-hermetic (pyproject.toml:2)\n"
            "allow_domain = [\n"
            " \"a.example\", # pyproject.toml:3\n"
            " \"b.example\", # HERMETIC_ALLOW_DOMAIN\n"
            " \"c.example\", # --allow-domain\n"
            "]\n"
            "no_subprocess = true # " +
                (folder_ / "venv/hermetic.toml") +
                ":1\n"
                "fs_readonly = true # --fs-readonly\n"
                "trace = true # HERMETIC_TRACE\n");
}

TEST_F(PolicySourcesTest, TheStrongerSourceDecidesASingleValue) {
  folder_.Write("hermetic.toml", "no_network = true\nno_subprocess = true\non_violation = 'log'\n");
  variables_ = {"HERMETIC_NO_NETWORK=off", "HERMETIC_ON_VIOLATION=kill"};
  command_line_ = {Flag("on-violation", "raise")};
  EXPECT_EQ(Told(),
            "no_network = false # HERMETIC_NO_NETWORK\n"
            "no_subprocess = true # hermetic.toml:2\n"
            "on_violation = \"raise\" # --on-violation\n");
}

TEST_F(PolicySourcesTest, RelativePathsStartWhereTheyWereWritten) {
  folder_.Write("up/hermetic.toml", "fs_readonly = true\nallow_write = ['out']\n");
  folder_.Write("up/work/x", "");
  config_file_ = "up/hermetic.toml";
  variables_ = {"HERMETIC_ALLOW_WRITE=a:/b"};
  command_line_ = {Flag("allow-write", "./c")};
  const absl::StatusOr<PolicyWithOrigins> policy = Load();
  ASSERT_TRUE(policy.ok()) << policy.status();
  EXPECT_THAT(policy->policy.allow_write,
              ::testing::ElementsAre(folder_ / "up/out", folder_ / "a", "/b", folder_ / "c"));
}

TEST_F(PolicySourcesTest, ARootIsADirectoryAndResolved) {
  folder_.Write("data/x", "");
  std::filesystem::create_symlink("data", folder_ / "link");
  command_line_ = {Flag("fs-readonly", "./link")};
  EXPECT_EQ(Load()->policy.fs_root, folder_ / "data");
}

TEST_F(PolicySourcesTest, ProfilesOfAFileCanBeNamedAnywhere) {
  folder_.Write("hermetic.toml",
                "[profile.ci]\nprofiles = ['exec-deny']\ndeny_import = 'socket'\n");
  EXPECT_EQ(Load()->policy, Policy());
  command_line_ = {Flag("profile", "ci")};
  EXPECT_EQ(Told(),
            "no_subprocess = true # profile exec-deny (profile ci (hermetic.toml:2))\n"
            "deny_import = [\n"
            " \"socket\", # profile ci (hermetic.toml:3)\n"
            "]\n");
  command_line_.clear();
  variables_ = {"HERMETIC_PROFILE=ci,fs-readonly"};
  EXPECT_TRUE(Load()->policy.no_subprocess);
  EXPECT_TRUE(Load()->policy.fs_readonly);
}

TEST_F(PolicySourcesTest, ProfilesOfAFileCanBeNamedLater) {
  folder_.Write("hermetic.toml", "[profile.ci]\nprofiles = ['exec-deny']\nallow_run = './tool'\n");
  ASSERT_TRUE(Load().ok());
  const absl::StatusOr<PolicyWithOrigins> ci = book_.ApplyProfile("ci", "/elsewhere");
  ASSERT_TRUE(ci.ok()) << ci.status();
  EXPECT_TRUE(ci->policy.no_subprocess);
  EXPECT_THAT(ci->policy.allow_run, ::testing::ElementsAre(folder_ / "tool"));
  EXPECT_TRUE(absl::IsNotFound(book_.ApplyProfile("nope", "/").status()));
}

TEST_F(PolicySourcesTest, ASourceGoesOverItsOwnProfiles) {
  folder_.Write("hermetic.toml", "allow_localhost = false\nprofiles = ['net-hermetic']\n");
  EXPECT_FALSE(Load()->policy.allow_localhost);
  EXPECT_TRUE(Load()->policy.no_network);
}

TEST_F(PolicySourcesTest, FilesAreReadAsAsked) {
  folder_.Write("hermetic.toml", "no_network = true\n");
  folder_.Write("venv/hermetic.toml", "no_subprocess = true\n");
  folder_.Write("ci.toml", "block_native = true\n");
  venv_ = folder_ / "venv";
  find_config_file_ = false;
  EXPECT_EQ(Load()->policy, (Policy{.no_subprocess = true}));
  config_file_ = "ci.toml";
  EXPECT_EQ(Load()->policy, (Policy{.no_subprocess = true, .block_native = true}));
  config_file_ = "none.toml";
  EXPECT_EQ(Told(), "--config: none.toml: no such file");
}

TEST_F(PolicySourcesTest, ASealedFileCannotBeLeftOut) {
  folder_.Write("hermetic.toml", "no_network = true\nseal = true\n");
  folder_.Write("ci.toml", "block_native = true\n");
  folder_.Write("same.toml", "no_network = true\nseal = true\nblock_native = true\n");
  find_config_file_ = false;
  EXPECT_EQ(
      Told(),
      "--no-config leaves out a sealed file: default: no_network = \"false\" would loosen the "
      "policy that is sealed by hermetic.toml:2");
  find_config_file_ = true;
  config_file_ = "ci.toml";
  EXPECT_THAT(Told(), HasSubstr("--config leaves out a sealed file: "));
  for (const char* name : {"same.toml", "hermetic.toml"}) {
    config_file_ = name;
    EXPECT_TRUE(Load().ok()) << Told();
  }
  folder_.Write("hermetic.toml", "no_network = maybe\nseal = true\n");  // Says nothing.
  config_file_ = "ci.toml";
  EXPECT_TRUE(Load().ok()) << Told();
}

TEST_F(PolicySourcesTest, AFileMayOpenItsOwnSealedProfile) {
  folder_.Write(
      "hermetic.toml",
      "profiles = ['a']\nallow_write = ['/x']\n[profile.a]\nfs_readonly = true\nseal = true\n");
  EXPECT_TRUE(Load().ok()) << Told();
}

struct RefusedCase {
  std::string file;  // hermetic.toml
  std::string variable;
  std::vector<Setting> command_line;
  std::string message;
};
class RefusedPolicyTest : public PolicySourcesTest,
                          public ::testing::WithParamInterface<RefusedCase> {};

TEST_P(RefusedPolicyTest, NamesValueAndOrigin) {
  folder_.Write("hermetic.toml", GetParam().file);
  variables_ = {GetParam().variable};
  command_line_ = GetParam().command_line;
  EXPECT_THAT(Told(), HasSubstr(GetParam().message));
  EXPECT_EQ(Load().status().code(), absl::StatusCode::kInvalidArgument);
}

const RefusedCase kRefused[] = {
    {"",
     "",
     {Flag("allow-domain", "a.b")},
     "--allow-domain a.b has no effect without --no-network"},
    {"allow_localhost = true",
     "",
     {},
     "--allow-localhost (hermetic.toml:1) has no effect without --no-network"},
    {"", "", {Flag("allow-write", "/x")}, "has no effect without --fs-readonly"},
    {"",
     "",
     {Flag("fs-readonly"), Flag("allow-read", "/x")},
     "--allow-read /x has no effect without --fs-readonly=ROOT or --deny-read"},
    {"",
     "HERMETIC_ALLOW_RUN=git",
     {},
     "--allow-run git (HERMETIC_ALLOW_RUN) has no effect without --no-subprocess"},
    {"", "", {Flag("allow-native", "numpy")}, "without --block-native"},
    {"", "", {Flag("allow-env", "HOME")}, "without --no-environment or --scrub-env"},
    {"",
     "",
     {Flag("profile", "net-hermetc")},
     "--profile: unknown profile \"net-hermetc\"; did you mean net-hermetic?"},
    {"",
     "",
     {Flag("profile", "nonsense")},
     "unknown profile \"nonsense\"; known are block-all, net-hermetic"},
    {"profiles = ['a']\n[profile.a]\nprofiles = ['b']\n[profile.b]\nprofiles = ['a']\n",
     "",
     {},
     "profiles in a circle: a, b, a"},
    {"[profile.block-all]\n", "", {}, "hermetic.toml:1: \"block-all\" is the name of a built-in"},
    {"[profile.a]\ndeny_import = ['a b']\n",
     "",
     {Flag("profile", "a")},
     "profile a (hermetic.toml:2): deny_import: \"a b\" is not the name of a module"},
    {"[profile.a]\nfs_readonly = true\nseal = true\n",
     "",
     {Flag("profile", "a"), Flag("allow-write", "/x")},
     "--allow-write: allow_write = \"/x\" would loosen the policy that is sealed by profile a "
     "(hermetic.toml:3)"},
    {"[profile.a]\nno_network = true\nseal = true\n",
     "HERMETIC_PROFILE=a",
     {Flag("profile", "net-hermetic")},
     "profile net-hermetic (--profile): allow_localhost = \"true\" would loosen the policy that is "
     "sealed by profile a (hermetic.toml:3)"},
    {"[profile.a]\nno_network = true\nseal = true\n",
     "HERMETIC_ON_VIOLATION=log",
     {Flag("profile", "a")},
     "HERMETIC_ON_VIOLATION: on_violation = \"log\" would loosen"},
    {"on_violation = 'explode'",
     "",
     {},
     "hermetic.toml:1: on_violation: \"explode\" is not raise, oserror, kill or log"},
    {"", "HERMETIC_NO_NETWORK=maybe", {}, "HERMETIC_NO_NETWORK: \"maybe\" is not true or false"},
    {"", "HERMETIC_NO_NETWORK=", {}, "HERMETIC_NO_NETWORK: the value is empty"},
    {"",
     "HERMETIC_NO_NETWROK=1",
     {},
     "HERMETIC_NO_NETWROK: unknown variable; did you mean HERMETIC_NO_NETWORK?"},
    {"", "", {Flag("deny-import", "")}, "--deny-import: the value is empty"},
    {"", "", {Flag("deny-import", "\xff")}, "--deny-import: \"\\xff\" is not UTF-8"},
    {"",
     "",
     {Flag("fs-readonly", "/does/not/exist")},
     "--fs-readonly: \"/does/not/exist\" cannot be used: No such file"},
};
INSTANTIATE_TEST_SUITE_P(Policies, RefusedPolicyTest, ::testing::ValuesIn(kRefused));

TEST_F(PolicySourcesTest, ForeignVariablesAreLeftAlone) {
  variables_ = {"HERMETIC_PYTHON=x", "HERMETIC_FLAGS_JSON={}", "HERMETIC_=", "HERMETIC", "=x"};
  EXPECT_EQ(*Load(), PolicyWithOrigins());
}

}  // namespace
}  // namespace hermetic
