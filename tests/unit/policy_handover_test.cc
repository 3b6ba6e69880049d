#include "guards/policy_handover.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "guards/exec_gate.h"
#include "profiles/stack_text.h"
#include "tests/unit/temporary_tree.h"

namespace hermetic {
namespace {

ExecState StateFor(const Policy& policy) {
  PolicyStack stack;
  Stack({policy, {}}, &stack);
  ExecState state;
  state.text = SerializeStack(stack);
  return state;
}

int RunShell(const std::string& command) {
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

class GatedTest : public ::testing::Test {
 protected:
  ~GatedTest() override { SetExecState(nullptr); }
};

using PolicyHandoverTest = GatedTest;
using ExecGateTest = GatedTest;

TEST_F(PolicyHandoverTest, IsNothingWhereNobodyLeftAnything) {
  const auto handover = TakeHandover();
  ASSERT_TRUE(handover.ok());
  EXPECT_FALSE(handover->has_value());
}

TEST_F(PolicyHandoverTest, GivesBackWhatWasPlaced) {
  const Policy policy = {.no_network = true, .allow_host = {"192.0.2.1"}};
  ASSERT_TRUE(PlaceHandover(StateFor(policy)));
  const auto handover = TakeHandover();
  ASSERT_TRUE(handover.ok()) << handover.status();
  ASSERT_TRUE(handover->has_value());
  ASSERT_EQ((*handover)->stack.size(), 1);
  EXPECT_EQ((*handover)->stack[0].policy, policy);
  EXPECT_EQ(fcntl(PlaceOfHandover().policy, F_GETFD), -1);
}

TEST_F(PolicyHandoverTest, CannotBeWrittenTo) {
  ASSERT_TRUE(PlaceHandover(StateFor({.no_network = true})));
  EXPECT_EQ(pwrite(PlaceOfHandover().policy, "x", 1, 0), -1);
  EXPECT_EQ(ftruncate(PlaceOfHandover().policy, 0), -1);
  WithdrawHandover();
}

TEST_F(PolicyHandoverTest, OfAnotherVersionIsAnError) {
  ExecState state = StateFor({.no_network = true});
  state.text.insert(state.text.find('\n'), "000");
  ASSERT_TRUE(PlaceHandover(state));
  const auto handover = TakeHandover();
  EXPECT_EQ(handover.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(handover.status().message()), ::testing::HasSubstr("another version"));
}

TEST_F(ExecGateTest, HandsDownThroughTheShell) {
  const ExecState state = StateFor({.no_network = true});
  SetExecState(&state);
  EXPECT_EQ(RunShell("grep -q no_network /proc/self/fd/1023"), 0);
  EXPECT_EQ(RunShell("env -i /bin/grep -q no_network /proc/self/fd/1023"), 0);
  EXPECT_EQ(fcntl(PlaceOfHandover().policy, F_GETFD), -1);
  SetExecState(nullptr);
  EXPECT_EQ(RunShell("test -e /proc/self/fd/1023"), 1);
}

TEST_F(ExecGateTest, AnswersAsTheShellDoes) {
  const ExecState state = StateFor({.no_network = true});
  SetExecState(&state);
  EXPECT_EQ(RunShell("exit 3"), 3);
  EXPECT_NE(std::system(nullptr), 0);
}

TEST_F(ExecGateTest, RefusesWhatIsNotListed) {
  ExecState state = StateFor({.no_subprocess = true, .allow_run = {"true"}});
  state.run.push_back(RunRules::Compile({.allow_run = {"true"}}, "/usr/bin:/bin"));
  SetExecState(&state);
  EXPECT_EQ(RunShell("true"), 127);  // The shell is not listed.
  char* const argv[] = {const_cast<char*>("cat"), nullptr};
  EXPECT_EQ(execv("/bin/cat", argv), -1);
  EXPECT_EQ(errno, EACCES);
  EXPECT_EQ(execvp("cat", argv), -1);
  EXPECT_EQ(errno, EACCES);
}

struct RunCase {
  const char* name;
  const char* listed;
  const char* program;
  bool want;
};
class RunRulesTest : public ::testing::TestWithParam<RunCase> {};

TEST_P(RunRulesTest, DecidesOnTheFile) {
  const TemporaryTree tree;
  for (const char* name : {"bin/tool", "bin/other", "later/tool"}) tree.WriteProgram(name, "");
  tree.Link("link", "bin/tool");
  std::string listed = GetParam().listed;
  if (listed.starts_with('@')) listed = tree.Path(listed.substr(1));
  const RunRules rules =
      RunRules::Compile({.allow_run = {listed}}, tree.Path("bin") + ":" + tree.Path("later"));
  struct stat program;
  ASSERT_EQ(stat(tree.Path(GetParam().program).c_str(), &program), 0);
  EXPECT_EQ(rules.Allows(program), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(Programs, RunRulesTest,
                         ::testing::ValuesIn<RunCase>({
                             {"ByName", "tool", "bin/tool", true},
                             {"ByPath", "@bin/tool", "bin/tool", true},
                             {"ByLink", "@link", "bin/tool", true},
                             {"ThroughALink", "tool", "link", true},
                             {"Another", "tool", "bin/other", false},
                             {"TheSameNameLaterOnPath", "tool", "later/tool", false},
                             {"AbsentName", "absent", "bin/tool", false},
                             {"RelativePath", "./bin/tool", "bin/tool", false},
                         }),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace hermetic
