#include "resolver/resolve.h"

#include <sys/stat.h>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "resolver/file_facts.h"
#include "tests/unit/temporary_tree.h"

namespace hermetic::resolver {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

constexpr char kZipEnd[] =
    "PK\x05\x06"
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

// A machine of our own: base/bin/python3.11 is the embedded CPython,
// base/bin/hermetic-python this program, other/bin/python3.12 another Python.
class ResolveTest : public ::testing::Test {
 protected:
  ResolveTest() {
    around_.installation = {.executable = tree_.WriteProgram("base/bin/hermetic-python", ""),
                            .python = tree_.WriteProgram("base/bin/python3.11", ""),
                            .version = "3.11",
                            .stdlib = tree_.Path("base/lib"),
                            .site_dirs = {tree_.Path("base/site")}};
    tree_.Link("base/bin/python3", "python3.11");
    tree_.WriteProgram("other/bin/python3.12", "");
    MakeEnv("env", "3.11.2", "base/bin/python3.11");
    MakeEnv("env12", "3.12.1", "other/bin/python3.12");
    around_.search_path = tree_.Path("path");
  }

  void MakeEnv(const std::string& name, const std::string& version, const std::string& python) {
    tree_.Write(name + "/pyvenv.cfg", "home = /nowhere\nversion = " + version + "\n");
    tree_.Link(name + "/bin/python", tree_.Path(python));
  }
  void Activate(const std::string& name, EnvSource source) {
    around_.active = ActiveEnv{*ReadVirtualEnv(tree_.Path(name)), source};
  }
  std::string Shebang(const std::string& interpreter) {
    return "#!" + tree_.Path(interpreter) + "\nimport sys\n";
  }
  Target Find(const std::string& word, Form form) {
    const absl::StatusOr<Target> target = Resolve(word, form, around_);
    EXPECT_TRUE(target.ok()) << target.status();
    return target.ok() ? *target : Target{};
  }
  absl::Status Error(const std::string& word, Form form) {
    return Resolve(word, form, around_).status();
  }

  TemporaryTree tree_;
  Surroundings around_;
};

TEST_F(ResolveTest, PathsHaveTheKindThatPythonGivesThem) {
  tree_.Write("pkg/__main__.py", "");
  tree_.Write("app.zip", "PK\x03\x04..." + std::string(kZipEnd, 22));
  tree_.Write("app.pyz", "#!/usr/bin/env python3\nPK\x03\x04" + std::string(kZipEnd, 22));
  tree_.Write("caf\xe9.py", "print()\n");
  for (const Form form : {Form::kPython, Form::kCommand}) {
    EXPECT_EQ(Find(tree_.Path("pkg"), form).kind, TargetKind::kDirectory);
    EXPECT_EQ(Find(tree_.Path("app.zip"), form).kind, TargetKind::kZip);
    EXPECT_EQ(Find(tree_.Path("app.pyz"), form).kind, TargetKind::kZip);
    EXPECT_EQ(Find(tree_.Path("caf\xe9.py"), form).kind, TargetKind::kScript);
  }
}

TEST_F(ResolveTest, WhatCanOnlyFailIsRefusedByName) {
  ASSERT_EQ(mkfifo(tree_.Path("fifo").c_str(), 0600), 0);
  tree_.Write("program", std::string("\x7f"
                                     "ELF\x02\0\0",
                                     7));
  tree_.Write("empty/file", "");
  for (const char* name : {"fifo", "program", "empty"}) {
    const std::string path = tree_.Path(name);
    const absl::Status status = Error(path, Form::kCommand);
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << name;
    EXPECT_THAT(std::string(status.message()), HasSubstr(path));
  }
}

TEST_F(ResolveTest, WhatCanRunIsRunnable) {
  tree_.Write("pkg/__main__.py", "");
  tree_.Write("s.pyc", std::string("\xa7\r\r\n\0\0", 6));
  for (const std::string& path :
       {tree_.Path("pkg"), tree_.Path("s.pyc"), std::string("/dev/null")}) {
    EXPECT_EQ(Find(path, Form::kCommand).path, path);
  }
}

TEST_F(ResolveTest, WhatPythonWouldReportIsLeftToPython) {
  for (const char* word : {"/no/such/file", "missing.py", "no-such-tool"}) {
    const Target target = Find(word, Form::kPython);
    EXPECT_EQ(target.kind, TargetKind::kScript);
    EXPECT_EQ(target.path, word);
  }
}

TEST_F(ResolveTest, UnknownCommandsNameWhatWasSearched) {
  const absl::Status name = Error("no-such-tool", Form::kCommand);
  EXPECT_EQ(name.code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(name.message()),
              AllOf(HasSubstr("no-such-tool"), HasSubstr("PATH"), HasSubstr("base/site")));
  EXPECT_EQ(Error("./missing.py", Form::kCommand).code(), absl::StatusCode::kNotFound);
}

TEST_F(ResolveTest, MessagesStayOnOneLine) {
  EXPECT_THAT(std::string(Error("./a\nb\xff", Form::kCommand).message()),
              AllOf(HasSubstr("a\\nb\\xff"), ::testing::Not(HasSubstr("\n"))));
}

TEST_F(ResolveTest, AttributesAreSplitAtTheColon) {
  for (const Form form : {Form::kPython, Form::kCommand}) {
    const Target target = Find("pkg.mod:App.run", form);
    EXPECT_EQ(target.kind, TargetKind::kAttribute);
    EXPECT_EQ(target.module, "pkg.mod");
    EXPECT_EQ(target.attr, "App.run");
  }
}

TEST_F(ResolveTest, TheFirstLineDecidesForCommandsOnly) {
  const std::string script = tree_.Write("tool12", Shebang("env12/bin/python"));
  EXPECT_EQ(Find(script, Form::kPython).kind, TargetKind::kScript);
  const Target target = Find(script, Form::kCommand);
  EXPECT_EQ(target.kind, TargetKind::kForeign);
  EXPECT_EQ(target.interpreter, tree_.Path("env12/bin/python"));
  EXPECT_EQ(target.interpreter_version, "3.12");
}

TEST_F(ResolveTest, AScriptOfAnEnvironmentBringsIt) {
  const std::string script = tree_.WriteProgram("env/bin/tool", Shebang("env/bin/python"));
  tree_.Link("path/tool", script);  // As pipx and uv tool link it.
  for (const Form form : {Form::kPython, Form::kCommand}) {
    EXPECT_EQ(Find(script, form).venv, tree_.Path("env"));
    EXPECT_EQ(Find("tool", form).venv, tree_.Path("env"));
  }
  EXPECT_EQ(Find("tool", Form::kCommand).path, tree_.Path("path/tool"));
}

TEST_F(ResolveTest, AScriptThatThisProgramInstalledBringsItsEnvironmentToo) {
  const std::string script =
      tree_.WriteProgram("env/bin/tool", Shebang("base/bin/hermetic-python"));
  EXPECT_EQ(Find(script, Form::kPython).venv, tree_.Path("env"));
  EXPECT_EQ(Find(script, Form::kCommand).venv, tree_.Path("env"));
}

TEST_F(ResolveTest, PythonFormKeepsAChosenEnvironment) {
  MakeEnv("chosen", "3.11.2", "base/bin/python3.11");
  const std::string script = tree_.WriteProgram("env/bin/tool", Shebang("env/bin/python"));
  Activate("chosen", EnvSource::kExecutable);
  EXPECT_EQ(Find(script, Form::kPython).venv, "");
  Activate("chosen", EnvSource::kOption);
  EXPECT_EQ(Find(script, Form::kPython).venv, tree_.Path("chosen"));
  Activate("chosen", EnvSource::kVariable);
  EXPECT_EQ(Find(script, Form::kPython).venv, tree_.Path("env"));
}

TEST_F(ResolveTest, AUsersOwnScriptIsNotMovedIntoAnEnvironmentByItsFirstLine) {
  const std::string script = tree_.Write("mine.py", Shebang("env/bin/python"));
  EXPECT_EQ(Find(script, Form::kPython).venv, "");
  EXPECT_EQ(Find(script, Form::kCommand).venv, tree_.Path("env"));
}

TEST_F(ResolveTest, TheActiveEnvironmentComesBeforePathBeforeOurOwn) {
  tree_.WriteProgram("path/tool", Shebang("base/bin/python3"));
  tree_.Write("base/site/tool-1.dist-info/entry_points.txt",
              "[console_scripts]\ntool = own:main\n");
  EXPECT_EQ(Find("tool", Form::kCommand).path, tree_.Path("path/tool"));
  Activate("env", EnvSource::kVariable);
  EXPECT_EQ(Find("tool", Form::kCommand).path, tree_.Path("path/tool"));
  tree_.Write("env/lib/python3.11/site-packages/tool-1.dist-info/entry_points.txt",
              "[console_scripts]\ntool = inner:main\n");
  EXPECT_EQ(Find("tool", Form::kCommand).module, "inner");
  tree_.WriteProgram("env/bin/tool", Shebang("env/bin/python"));
  EXPECT_EQ(Find("tool", Form::kCommand).path, tree_.Path("env/bin/tool"));
}

TEST_F(ResolveTest, AnEntryPointWithoutAFileKnowsWhereItWouldLie) {
  tree_.Write("base/site/tool-1.dist-info/entry_points.txt",
              "[console_scripts]\ntool = own.cli:main\n");
  for (const Form form : {Form::kPython, Form::kCommand}) {
    const Target target = Find("tool", form);
    EXPECT_EQ(target.kind, TargetKind::kEntryPoint);
    EXPECT_EQ(target.module, "own.cli");
    EXPECT_EQ(target.attr, "main");
    EXPECT_EQ(target.path, tree_.Path("base/bin/tool"));
  }
}

TEST_F(ResolveTest, OurOwnPackagesAreOutOfReachInAClosedEnvironment) {
  tree_.Write("base/site/tool-1.dist-info/entry_points.txt",
              "[console_scripts]\ntool = own:main\n");
  Activate("env", EnvSource::kVariable);
  EXPECT_EQ(Error("tool", Form::kCommand).code(), absl::StatusCode::kNotFound);
  around_.active->env.system_site_packages = true;
  EXPECT_EQ(Find("tool", Form::kCommand).kind, TargetKind::kEntryPoint);
}

TEST_F(ResolveTest, ProgramsOnPathThatAreNoPythonAreSteppedOver) {
  around_.search_path = tree_.Path("shims") + ":" + tree_.Path("path");
  tree_.WriteProgram("shims/tool", "#!/bin/bash\n");
  tree_.WriteProgram("path/tool", Shebang("base/bin/python3"));
  EXPECT_EQ(Find("tool", Form::kCommand).path, tree_.Path("path/tool"));
}

TEST_F(ResolveTest, AScriptForAnotherProgramIsRefusedByPath) {
  const std::string script = tree_.Write("run.sh", "#!/bin/bash\n");
  EXPECT_THAT(std::string(Error(script, Form::kCommand).message()),
              AllOf(HasSubstr("run.sh"), HasSubstr("/bin/bash")));
}

TEST_F(ResolveTest, EnvPython3IsThisOneUnlessAnEnvironmentOfAnotherVersionIsFirst) {
  const std::string script = tree_.Write("any.py", "#!/usr/bin/env python3\n");
  EXPECT_EQ(Find(script, Form::kCommand).kind, TargetKind::kScript);
  tree_.Link("env12/bin/python3", "python");
  around_.search_path = tree_.Path("env12/bin");
  EXPECT_EQ(Find(script, Form::kCommand).kind, TargetKind::kForeign);
  tree_.Link("env/bin/python3", "python");
  around_.search_path = tree_.Path("env/bin");
  EXPECT_EQ(Find(script, Form::kCommand).venv, tree_.Path("env"));
}

TEST_F(ResolveTest, OptionsInTheFirstLineAreKept) {
  const std::string script = tree_.Write("u.py", "#!/usr/bin/env -S LC_ALL=C python3 -u -B\n");
  const Target target = Find(script, Form::kCommand);
  EXPECT_EQ(target.interpreter_arguments, (std::vector<std::string>{"-u", "-B"}));
  EXPECT_EQ(target.assignments.front().first, "LC_ALL");
}

TEST_F(ResolveTest, ANameThatIsNothingElseIsAModule) {
  tree_.Write("base/lib/json/tool.py", "");
  tree_.Write("base/site/plain.py", "");
  EXPECT_EQ(Find("json.tool", Form::kCommand).kind, TargetKind::kModule);
  EXPECT_EQ(Find("plain", Form::kCommand).kind, TargetKind::kModule);
  EXPECT_EQ(Find("json", Form::kPython).kind, TargetKind::kScript);
  EXPECT_EQ(Error("nothing", Form::kCommand).code(), absl::StatusCode::kNotFound);
}

TEST_F(ResolveTest, ModulesOfEditableInstallationsMayExist) {
  tree_.Write("src/edited/__init__.py", "");
  tree_.Write("base/site/edited.pth", "# where\n" + tree_.Path("src") + "\n");
  EXPECT_EQ(Find("edited", Form::kCommand).kind, TargetKind::kModule);
  tree_.Write("base/site/distutils-precedence.pth", "import os\n");
  EXPECT_EQ(Error("hooked", Form::kCommand).code(), absl::StatusCode::kNotFound);
  tree_.Write("base/site/__editable__.hooked-1.pth", "import __editable___hooked\n");
  EXPECT_EQ(Find("hooked", Form::kCommand).kind, TargetKind::kModule);
}

TEST_F(ResolveTest, CopiesInAnEnvironmentAreOurs) {
  tree_.Write("copies/pyvenv.cfg", "home = /nowhere\nversion = 3.11.2\n");
  tree_.WriteProgram("copies/bin/python", "a copy");
  EXPECT_TRUE(Identify(tree_.Path("copies/bin/python"), around_.installation).ours);
  tree_.WriteProgram("loose/bin/python3.11", "another installation");
  EXPECT_FALSE(Identify(tree_.Path("loose/bin/python3.11"), around_.installation).ours);
  EXPECT_TRUE(Identify(tree_.Path("base/bin/python3"), around_.installation).ours);
}

}  // namespace
}  // namespace hermetic::resolver
