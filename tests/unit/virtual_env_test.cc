#include "resolver/virtual_env.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/unit/temporary_tree.h"

namespace hermetic::resolver {
namespace {

using ::testing::HasSubstr;

struct ConfigCase {
  const char* name;
  const char* text;
  VirtualEnv want;
};
class PyvenvCfgTest : public ::testing::TestWithParam<ConfigCase> {};

TEST_P(PyvenvCfgTest, GivesTheThreeFacts) {
  EXPECT_EQ(ParsePyvenvCfg(GetParam().text), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Writers, PyvenvCfgTest,
    ::testing::ValuesIn<ConfigCase>({
        {"Venv",
         "home = /usr/bin\ninclude-system-site-packages = false\nversion = 3.11.2\n"
         "executable = /usr/bin/python3.11\n",
         {.home = "/usr/bin", .version = "3.11"}},
        {"Virtualenv",
         "home = /opt/py/bin\nimplementation = CPython\nversion_info = 3.12.1.final.0\n"
         "include-system-site-packages = true\n",
         {.home = "/opt/py/bin", .version = "3.12", .system_site_packages = true}},
        {"Uv",
         "home = /usr/bin\nimplementation = CPython\nuv = 0.5\nversion_info = 3.11.2\n"
         "include-system-site-packages = false\nrelocatable = true\n",
         {.home = "/usr/bin", .version = "3.11"}},
        {"CaseAndSpaces",
         "HOME=/a b\n  Include-System-Site-Packages =  TRUE\r\n",
         {.home = "/a b", .system_site_packages = true}},
        {"EqualsInValue", "home = /a=b/bin\n", {.home = "/a=b/bin"}},
        {"Empty", "", {}},
        {"Garbage", "home\n= \n\x01=\n", {}},
    }),
    [](const auto& test) { return test.param.name; });

class ActiveEnvTest : public ::testing::Test {
 protected:
  std::string Env(const std::string& name, const std::string& version) {
    tree_.Write(name + "/pyvenv.cfg", "home = /usr/bin\nversion = " + version + "\n");
    tree_.WriteProgram(name + "/bin/python", "");
    return tree_.Path(name);
  }
  TemporaryTree tree_;
};

TEST_F(ActiveEnvTest, TheOptionBeatsTheLinkBeatsTheVariable) {
  const std::string a = Env("a", "3.11.2"), b = Env("b", "3.11.2"), c = Env("c", "3.11.2");
  EXPECT_EQ((*FindActiveEnv(a, b + "/bin/python", c, "3.11"))->env.root, a);
  EXPECT_EQ((*FindActiveEnv("", b + "/bin/python", c, "3.11"))->env.root, b);
  EXPECT_EQ((*FindActiveEnv("", "/usr/bin/python3", c, "3.11"))->env.root, c);
  EXPECT_FALSE(FindActiveEnv("", "/usr/bin/python3", "", "3.11")->has_value());
}

TEST_F(ActiveEnvTest, AVariableThatDoesNotFitNamesNone) {
  EXPECT_FALSE(FindActiveEnv("", "", Env("other", "3.12.1"), "3.11")->has_value());
  EXPECT_FALSE(FindActiveEnv("", "", tree_.Path("gone"), "3.11")->has_value());
}

TEST_F(ActiveEnvTest, AVariableMayEndInSlashes) {
  const std::string env = Env("env", "3.11.2");
  EXPECT_EQ((*FindActiveEnv("", "", env + "//", "3.11"))->env.root, env);
}

TEST_F(ActiveEnvTest, AnOptionThatDoesNotFitIsAnError) {
  const auto missing = FindActiveEnv(tree_.Path("gone"), "", "", "3.11").status();
  EXPECT_EQ(missing.code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(missing.message()), HasSubstr(tree_.Path("gone")));
  const auto other = FindActiveEnv(Env("other", "3.12.1"), "", "", "3.11").status();
  EXPECT_EQ(other.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(other.message()), HasSubstr("3.12"));
}

}  // namespace
}  // namespace hermetic::resolver
