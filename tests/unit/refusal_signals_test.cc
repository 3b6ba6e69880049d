#include "guards/kernel/refusal_signals.h"

#include <cerrno>
#include <csignal>

#include "gtest/gtest.h"

namespace hermetic::kernel {
namespace {

TEST(RefuseBySignalTest, MarksRefusalsEachWithANumberOfItsOwn) {
  const SyscallRules marked =
      RefuseBySignal({{"socket", EPERM, {}, "--no-network"}, {"ptrace", EPERM, {}, "any policy"}});
  ASSERT_EQ(marked.size(), 2U);
  EXPECT_NE(marked[0].signal_data, 0);
  EXPECT_NE(marked[1].signal_data, 0);
  EXPECT_NE(marked[0].signal_data, marked[1].signal_data);
  EXPECT_EQ(marked[0].syscall, "socket");
  EXPECT_EQ(marked[0].error, EPERM);
}

TEST(RefuseBySignalTest, LeavesQuestionsAndWhatCallersDoWithout) {
  const SyscallRules rules = {{"connect", SyscallRule::kAskSupervisor, {}}, {"clone3", ENOSYS, {}}};
  EXPECT_EQ(RefuseBySignal(rules), rules);
}

TEST(RefuseBySignalTest, TakesTheSignal) {
  RefuseBySignal({{"socket", EPERM, {}, "--no-network"}});
  struct sigaction action = {};
  ASSERT_EQ(sigaction(SIGSYS, nullptr, &action), 0);
  EXPECT_NE(action.sa_flags & SA_SIGINFO, 0);
  EXPECT_NE(action.sa_sigaction, nullptr);
}

}  // namespace
}  // namespace hermetic::kernel
