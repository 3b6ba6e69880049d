#include "host/waiting_parent.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "absl/functional/function_ref.h"
#include "gtest/gtest.h"

namespace hermetic::host {
namespace {

// How a process ends that waits for a child which does `in_child`.
int EndOfParent(absl::FunctionRef<void()> in_child, int signal_to_parent = 0) {
  const pid_t parent = fork();
  if (parent == 0) {
    const auto child = ForkForWaiting();
    if (!child.ok()) _exit(99);
    if (*child == 0) {
      in_child();
      _exit(0);
    }
    if (signal_to_parent != 0) raise(signal_to_parent);
    EndAs(WaitFor(*child));
  }
  int status = -1;
  waitpid(parent, &status, 0);
  return status;
}

TEST(WaitingParentTest, EndsWithTheExitCodeOfItsChild) {
  const int status = EndOfParent([] { _exit(7); });
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 7);
}

TEST(WaitingParentTest, EndsByTheSignalOfItsChildAndLeavesNoCore) {
  const int status = EndOfParent([] { raise(SIGKILL); });
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(WTERMSIG(status), SIGKILL);
  EXPECT_FALSE(WCOREDUMP(EndOfParent([] {
    if (chdir("/proc") != 0) _exit(1);  // Where its own core file finds no place.
    std::signal(SIGABRT, SIG_DFL);
    raise(SIGABRT);
  })));
}

TEST(WaitingParentTest, PassesSignalsOnToItsChild) {
  const auto sleep = [] {
    while (true) pause();
  };
  const int status = EndOfParent(sleep, SIGTERM);
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(WTERMSIG(status), SIGTERM);
}

TEST(WaitingParentTest, LeavesSignalsOfTheTerminalToItsChild) {
  const int status = EndOfParent([] { _exit(3); }, SIGINT);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 3);
}

}  // namespace
}  // namespace hermetic::host
