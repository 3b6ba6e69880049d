#include "resolver/shebang.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace hermetic::resolver {
namespace {

struct ShebangCase {
  const char* name;
  const char* head;
  const char* interpreter;  // Empty: no shebang.
  bool by_env = false;
  std::vector<std::string> arguments = {};
  std::vector<std::pair<std::string, std::string>> assignments = {};
};

class ShebangTest : public ::testing::TestWithParam<ShebangCase> {};

TEST_P(ShebangTest, IsReadAsTheKernelAndEnvDo) {
  const ShebangCase& test = GetParam();
  const auto shebang = ParseShebang(test.head, "/usr/bin/true");
  ASSERT_TRUE(shebang.ok()) << shebang.status();
  ASSERT_EQ(shebang->has_value(), *test.interpreter != '\0');
  if (!shebang->has_value()) return;
  EXPECT_EQ((*shebang)->interpreter, test.interpreter);
  EXPECT_EQ((*shebang)->by_env, test.by_env);
  EXPECT_EQ((*shebang)->arguments, test.arguments);
  EXPECT_EQ((*shebang)->assignments, test.assignments);
}

INSTANTIATE_TEST_SUITE_P(
    Lines, ShebangTest,
    ::testing::ValuesIn<ShebangCase>({
        {"Plain", "#!/usr/bin/python3\nimport os\n", "/usr/bin/python3"},
        {"WithoutNewline", "#!/usr/bin/python3", "/usr/bin/python3"},
        {"CarriageReturn", "#!/usr/bin/python3\r\n", "/usr/bin/python3"},
        {"SpacesAround", "#! \t/usr/bin/python3  \n", "/usr/bin/python3"},
        {"TheRestIsOneArgument",
         "#!/usr/bin/python3 -u -E\n",
         "/usr/bin/python3",
         false,
         {"-u -E"}},
        {"Relative", "#!../bin/python\n", "../bin/python"},
        {"ByteOrderMark", "\xef\xbb\xbf#!/usr/bin/python3\n", "/usr/bin/python3"},
        {"NotUtf8", "#!/opt/caf\xe9/bin/python\n", "/opt/caf\xe9/bin/python"},
        {"CookieAfterIt", "#!/bin/python3\n# -*- coding: latin-1 -*-\n", "/bin/python3"},
        {"None", "# coding: utf-8\n#!/usr/bin/python3\n", ""},
        {"Empty", "", ""},
        {"EmptyLine", "#!\n", ""},
        {"Env", "#!/usr/bin/env python3\n", "python3", true},
        {"EnvAlone", "#!/usr/bin/env\n", ""},
        {"EnvWithPath", "#!/usr/bin/env /opt/python\n", "/opt/python"},
        {"EnvSplit",
         "#!/usr/bin/env -S python3 -u -W 'a b'\n",
         "python3",
         true,
         {"-u", "-W", "a b"}},
        {"EnvSplitGlued", "#!/usr/bin/env -Spython3 -u\n", "python3", true, {"-u"}},
        {"EnvSplitLong", "#!/usr/bin/env --split-string=python3 -B\n", "python3", true, {"-B"}},
        {"EnvAssigns",
         "#!/usr/bin/env -S A=1 B= python3\n",
         "python3",
         true,
         {},
         {{"A", "1"}, {"B", ""}}},
        {"ExecTrick", "#!/bin/sh\n'''exec' /a/long/path/python3.11 \"$0\" \"$@\"\n' '''\n",
         "/a/long/path/python3.11"},
        {"ExecTrickQuoted", "#!/bin/sh\n'''exec' \"/a b/python\" \"$0\" \"$@\"\n' '''\n",
         "/a b/python"},
        {"ExecTrickArguments",
         "#!/bin/sh\n'''exec' /p/python -E \"$0\" \"$@\"\n' '''\n",
         "/p/python",
         false,
         {"-E"}},
        {"Shell", "#!/bin/sh\nexec python3 \"$@\"\n", "/bin/sh"},
        {"ShellOfOneLine", "#!/bin/sh", "/bin/sh"},
    }),
    [](const auto& test) { return test.param.name; });

TEST(ShebangTest, RelocatableScriptsFindTheirOwnDirectory) {
  const auto shebang = ParseShebang(
      "#!/bin/sh\n'''exec' \"$(dirname -- \"$(realpath -- \"$0\")\")\"/'python' \"$0\" \"$@\"\n",
      "/proc/version");
  ASSERT_TRUE(shebang.ok() && shebang->has_value());
  EXPECT_EQ((*shebang)->interpreter, "/proc/python");
}

TEST(ShebangTest, OptionsOfEnvAreRefusedByName) {
  const auto shebang = ParseShebang("#!/usr/bin/env -S -u PATH python3\n", "/x/tool");
  EXPECT_EQ(shebang.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(shebang.status().message()),
              ::testing::AllOf(::testing::HasSubstr("/x/tool"), ::testing::HasSubstr("-u")));
}

TEST(PythonNameTest, TellsPythonsFromOthers) {
  for (const char* name : {"python", "python3", "python3.11", "python3.13t", "python3.11-dbg",
                           "pypy3", "hermetic-python", "hermetic-python3.12"}) {
    EXPECT_TRUE(IsPythonName(name)) << name;
  }
  for (const char* name : {"", "sh", "python-config", "ipython", "pythonista", "hermetic"}) {
    EXPECT_FALSE(IsPythonName(name)) << name;
  }
}

TEST(PythonNameTest, TellsTheVersion) {
  EXPECT_EQ(VersionInName("python3.12"), "3.12");
  EXPECT_EQ(VersionInName("hermetic-python3.13t"), "3.13");
  EXPECT_EQ(VersionInName("python3"), "");
  EXPECT_EQ(VersionInName("perl5.36"), "");
}

}  // namespace
}  // namespace hermetic::resolver
