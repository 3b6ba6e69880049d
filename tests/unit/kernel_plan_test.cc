#include "guards/kernel/kernel_plan.h"

#include <cerrno>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace hermetic::kernel {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

MachineProbe Modern() {
  MachineProbe probe;
  probe.landlock_abi = 7;
  probe.landlock = probe.syscall_filter = probe.user_notification =
      probe.bind_to_device = {true, {}};
  return probe;
}

KernelPlan Plan(const std::vector<Policy>& levels, const MachineProbe& probe = Modern()) {
  return CompilePlan(levels, std::vector<MachineFacts>(levels.size()), probe);
}

RowState StateOf(const KernelPlan& plan, RowId id) {
  for (const Row& row : plan.rows) {
    if (row.id == id) return row.state;
  }
  ADD_FAILURE() << "not asked: " << TextOf(id).name;
  return RowState::kActive;
}

bool Refuses(const KernelPlan& plan, absl::string_view syscall, int error) {
  for (const SyscallRule& rule : plan.rules) {
    if (rule.syscall == syscall && rule.error == error && rule.when.empty()) return true;
  }
  return false;
}

TEST(CompilePlanTest, APolicyThatRestrictsNothingPlansNothing) {
  const KernelPlan plan = Plan({Policy{.allow_write = {"/tmp"}}});
  EXPECT_THAT(plan.rows, IsEmpty());
  EXPECT_THAT(plan.rules, IsEmpty());
  EXPECT_THAT(plan.layers, IsEmpty());
}

TEST(CompilePlanTest, BesideOtherThreadsNothingIsKeptInside) {
  MachineProbe probe = Modern();
  probe.other_threads = true;
  const KernelPlan plan = Plan({Policy{.no_network = true}}, probe);
  EXPECT_EQ(plan.layers.front().scopes, 0u);
  EXPECT_EQ(StateOf(plan, RowId::kBaseDomain), RowState::kDegraded);
  EXPECT_EQ(StateOf(plan, RowId::kNetwork), RowState::kActive);
  EXPECT_THAT(MissingLine(plan.rows), HasSubstr("other threads run already"));
}

TEST(CompilePlanTest, BesideOtherThreadsNoSupervisorIsStarted) {
  MachineProbe probe = Modern();
  probe.other_threads = true;
  const KernelPlan plan = Plan({Policy{.no_network = true, .allow_localhost = true}}, probe);
  EXPECT_FALSE(plan.network.NeedsSupervisor());
  EXPECT_EQ(StateOf(plan, RowId::kNetwork), RowState::kUnavailable);
  EXPECT_FALSE(Refuses(plan, "socket", EACCES));
}

TEST(CompilePlanTest, ChildrenThatRunAlreadyCanBeSignalled) {
  MachineProbe probe = Modern();
  probe.children = true;
  const KernelPlan plan = Plan({Policy{.no_network = true, .allow_localhost = true}}, probe);
  EXPECT_EQ(plan.layers.front().scopes, 0u);
  EXPECT_TRUE(plan.network.NeedsSupervisor());
  EXPECT_THAT(MissingLine(plan.rows), HasSubstr("child processes run already"));
}

TEST(CompilePlanTest, EverythingIsActiveOnAModernKernel) {
  const Policy all{.no_network = true,
                   .no_subprocess = true,
                   .fs_readonly = true,
                   .fs_root = "/data",
                   .block_native = true,
                   .timeout = absl::Seconds(1)};
  const KernelPlan plan = Plan({all});
  EXPECT_EQ(plan.rows.size(), 8u);
  for (const Row& row : plan.rows) EXPECT_EQ(row.state, RowState::kActive) << TextOf(row.id).name;
  EXPECT_EQ(MissingLine(plan.rows), "");
  EXPECT_TRUE(plan.seal_native_code);
}

TEST(CompilePlanTest, MetadataStaysOpenBesideAWritablePath) {
  EXPECT_TRUE(Refuses(Plan({Policy{.fs_readonly = true}}), "fchmod", EPERM));
  EXPECT_FALSE(
      Refuses(Plan({Policy{.fs_readonly = true, .allow_write = {"/w"}}}), "fchmod", EPERM));
}

TEST(CompilePlanTest, AStricterLevelAddsItsRules) {
  const KernelPlan plan = Plan({Policy{.fs_readonly = true, .allow_write = {"/w"}},
                                Policy{.no_subprocess = true, .fs_readonly = true}});
  EXPECT_TRUE(Refuses(plan, "fchmod", EPERM));
  EXPECT_TRUE(Refuses(plan, "execve", EPERM));
  EXPECT_EQ(plan.layers.size(), 2u);
}

TEST(CompilePlanTest, AllowedProgramsLeaveExecOpenToLandlock) {
  const KernelPlan plan = Plan({Policy{.no_subprocess = true, .allow_run = {"git"}}});
  EXPECT_FALSE(Refuses(plan, "execve", EPERM));
  EXPECT_EQ(StateOf(plan, RowId::kPrograms), RowState::kActive);
}

TEST(CompilePlanTest, NativeCodeNeedsNoSubprocess) {
  const KernelPlan plan = Plan({Policy{.block_native = true}});
  EXPECT_FALSE(plan.seal_native_code);
  EXPECT_EQ(StateOf(plan, RowId::kNativeCode), RowState::kDegraded);
  EXPECT_TRUE(Plan({Policy{.block_native = true}, Policy{.no_subprocess = true}}).seal_native_code);
}

TEST(CompilePlanTest, WithoutLandlockTheFilesAreNotHeld) {
  MachineProbe probe = Modern();
  probe.landlock = {false, "switched off at boot"};
  probe.landlock_abi = 0;
  const KernelPlan plan = Plan({Policy{.no_network = true, .fs_readonly = true}}, probe);
  EXPECT_EQ(StateOf(plan, RowId::kFiles), RowState::kUnavailable);
  EXPECT_EQ(StateOf(plan, RowId::kBaseDomain), RowState::kUnavailable);
  EXPECT_EQ(StateOf(plan, RowId::kNetwork), RowState::kActive);
  EXPECT_TRUE(Refuses(plan, "truncate", EACCES));
  EXPECT_THAT(MissingLine(plan.rows), HasSubstr("files unavailable: switched off at boot"));
}

TEST(CompilePlanTest, AnOldLandlockIsCompletedByTheFilter) {
  MachineProbe probe = Modern();
  probe.landlock_abi = 2;
  const KernelPlan plan = Plan({Policy{.fs_readonly = true}}, probe);
  EXPECT_EQ(StateOf(plan, RowId::kFiles), RowState::kActive);
  EXPECT_EQ(StateOf(plan, RowId::kBaseDomain), RowState::kDegraded);
  EXPECT_TRUE(Refuses(plan, "truncate", EACCES));
}

TEST(CompilePlanTest, WithoutSeccompNothingOfTheFilterIsPromised) {
  MachineProbe probe = Modern();
  probe.syscall_filter = {false, "a container forbids seccomp"};
  const KernelPlan plan = Plan({Policy{.no_network = true, .no_subprocess = true}}, probe);
  EXPECT_THAT(plan.rules, IsEmpty());
  for (const RowId row : {RowId::kHardening, RowId::kProcesses, RowId::kNetwork}) {
    EXPECT_EQ(StateOf(plan, row), RowState::kUnavailable);
  }
}

TEST(CompilePlanTest, WithoutASupervisorAllNetworkIsRefused) {
  MachineProbe probe = Modern();
  probe.user_notification = {false, "too old"};
  const KernelPlan plan = Plan({Policy{.no_network = true, .allow_localhost = true}}, probe);
  EXPECT_EQ(plan.network.mode, NetworkMode::kRefused);
  EXPECT_EQ(StateOf(plan, RowId::kNetwork), RowState::kDegraded);
  EXPECT_THAT(MissingLine(plan.rows), HasSubstr("all network refused: too old"));
}

TEST(CompilePlanTest, YamaCostsDatagramsOrTheConnectsOfChildren) {
  MachineProbe probe = Modern();
  probe.yama_ptrace_scope = 1;
  const KernelPlan local = Plan({Policy{.no_network = true, .allow_localhost = true}}, probe);
  EXPECT_EQ(local.network.mode, NetworkMode::kLoopback);
  EXPECT_FALSE(local.network.loopback);
  EXPECT_EQ(StateOf(local, RowId::kNetwork), RowState::kDegraded);
  probe.yama_ptrace_scope = 3;
  const KernelPlan names = Plan({Policy{.no_network = true, .allow_domain = {"a.b"}}}, probe);
  EXPECT_EQ(names.network.mode, NetworkMode::kRefused);
}

TEST(RefuseAllNetworkTest, LeavesNoQuestionToASupervisor) {
  KernelPlan plan = Plan({Policy{.no_network = true, .allow_localhost = true}});
  RefuseAllNetwork(plan, "nested");
  for (const SyscallRule& rule : plan.rules) {
    EXPECT_NE(rule.error, SyscallRule::kAskSupervisor) << rule.syscall;
  }
  EXPECT_EQ(StateOf(plan, RowId::kHardening), RowState::kActive);
}

TEST(DescribePlanTest, SaysWhatHoldsAndWhatDoesNot) {
  const std::string text = Describe(Plan({Policy{.no_subprocess = true}}));
  EXPECT_THAT(text, HasSubstr("processes: active\n  holds: no new process"));
  EXPECT_THAT(text, HasSubstr("not covered: asking a reachable daemon"));
}

}  // namespace
}  // namespace hermetic::kernel
