#include "guards/kernel/landlock_ruleset.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "guards/kernel/landlock_abi.h"

namespace hermetic::kernel {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

const MachineFacts kFacts{.root_entries = {"/home", "/tmp", "/usr"},
                          .readable_roots = {"/opt/python"},
                          .executables = {"/usr/bin/git", "/lib64/ld.so"},
                          .beside_denied = {"/usr", "/srv/me/work"}};

uint64_t Granted(const LandlockRuleset& ruleset, absl::string_view path) {
  for (const PathRule& rule : ruleset.rules) {
    if (rule.path == path) return rule.rights;
  }
  return 0;
}

LandlockRuleset Main(const Policy& policy, int abi = 7) {
  return CompileRulesets(policy, abi, kFacts).at(0);
}

LandlockRuleset MainWith(const Policy& policy, std::vector<std::string> writable) {
  MachineFacts facts = kFacts;
  facts.writable = std::move(writable);
  return CompileRulesets(policy, 7, facts).at(0);
}

TEST(CompileRulesetsTest, NothingToRestrictMeansNoLayer) {
  EXPECT_THAT(CompileRulesets(Policy(), 7, kFacts), IsEmpty());
  EXPECT_THAT(CompileRulesets(Policy{.allow_write = {"/tmp"}}, 7, kFacts), IsEmpty());
}

TEST(CompileRulesetsTest, WithoutLandlockThereIsNoLayer) {
  EXPECT_THAT(CompileRulesets(Policy{.fs_readonly = true}, 0, kFacts), IsEmpty());
}

TEST(CompileRulesetsTest, TheBaseDomainLeavesAllButProcAndSysWritable) {
  const LandlockRuleset ruleset = Main(Policy{.deny_import = {"x"}});
  EXPECT_EQ(ruleset.handled_files, kWriteFile | kTruncate | kRefer);
  EXPECT_EQ(Granted(ruleset, "/home"), kWriteFile | kTruncate | kRefer);
  EXPECT_EQ(Granted(ruleset, "/proc"), 0u);
  EXPECT_EQ(ruleset.handled_network, 0u);
  EXPECT_EQ(ruleset.scopes, kScopeSignal | kScopeAbstractUnix);
}

TEST(CompileRulesetsTest, ReadonlyGrantsDevicesAndWhatIsAllowed) {
  const LandlockRuleset ruleset = MainWith(Policy{.fs_readonly = true}, {"/work"});
  EXPECT_EQ(ruleset.handled_files, kWriteRights);
  EXPECT_EQ(Granted(ruleset, "/work"), kWriteRights);
  EXPECT_NE(Granted(ruleset, "/dev/null"), 0u);
  EXPECT_NE(Granted(ruleset, "/dev/shm"), 0u);
  EXPECT_EQ(Granted(ruleset, "/home"), 0u);
}

TEST(CompileRulesetsTest, WithoutSubprocessesSharedMemoryHasNoUse) {
  EXPECT_EQ(Granted(Main(Policy{.no_subprocess = true, .fs_readonly = true}), "/dev/shm"), 0u);
}

TEST(CompileRulesetsTest, ProcIsNeverWritable) {
  const LandlockRuleset ruleset =
      MainWith(Policy{.fs_readonly = true}, {"/", "/proc/self", "/sys"});
  EXPECT_EQ(Granted(ruleset, "/home"), kWriteRights);
  EXPECT_EQ(Granted(ruleset, "/"), 0u);
  EXPECT_EQ(Granted(ruleset, "/proc/self"), 0u);
  EXPECT_EQ(Granted(ruleset, "/sys"), 0u);
}

TEST(CompileRulesetsTest, ARootLimitsReads) {
  const LandlockRuleset ruleset =
      Main(Policy{.fs_readonly = true, .fs_root = "/data", .allow_read = {"/more"}});
  EXPECT_EQ(Granted(ruleset, "/data"), kReadRights);
  EXPECT_EQ(Granted(ruleset, "/more"), kReadRights);
  EXPECT_EQ(Granted(ruleset, "/opt/python"), kReadRights);
  EXPECT_EQ(Granted(ruleset, "/etc/hosts"), kReadRights);
  EXPECT_EQ(Granted(ruleset, "/home"), 0u);
}

TEST(CompileRulesetsTest, DeniedReadsAreALayerOfTheirOwn) {
  const auto layers = CompileRulesets(Policy{.deny_read = {"/srv/me/.ssh"}}, 7, kFacts);
  ASSERT_THAT(layers, SizeIs(2));
  EXPECT_EQ(layers[1].handled_files, kReadFile | kRefer);
  EXPECT_EQ(layers[1].rules, (std::vector<PathRule>{{"/usr", kReadFile | kRefer},
                                                    {"/srv/me/work", kReadFile | kRefer}}));
}

TEST(CompileRulesetsTest, OnlyAllowedProgramsAreExecutable) {
  const LandlockRuleset ruleset = Main(Policy{.no_subprocess = true, .allow_run = {"git"}});
  EXPECT_EQ(ruleset.handled_files & kExecute, kExecute);
  EXPECT_EQ(Granted(ruleset, "/usr/bin/git"), kExecute);
  EXPECT_EQ(Main(Policy{.allow_run = {"git"}, .seal = true}).handled_files & kExecute, 0u);
}

TEST(CompileRulesetsTest, TcpIsDeniedOnlyWhereNothingIsAllowed) {
  EXPECT_EQ(Main(Policy{.no_network = true}).handled_network, kBindTcp | kConnectTcp);
  EXPECT_EQ(Main(Policy{.no_network = true, .allow_localhost = true}).handled_network, 0u);
  EXPECT_EQ(Main(Policy{.no_network = true, .allow_host = {"10.0.0.1"}}).handled_network, 0u);
}

TEST(CompileRulesetsTest, LocalDaemonsThatAreAllowedMayBeAbstract) {
  EXPECT_EQ(Main(Policy{.no_network = true, .allow_unix = true}).scopes, kScopeSignal);
}

struct AbiCase {
  int abi;
  uint64_t missing;
  bool network;
  bool scopes;
};
class AbiTest : public testing::TestWithParam<AbiCase> {};

TEST_P(AbiTest, AsksOnlyForWhatTheKernelKnows) {
  const auto ruleset = Main(Policy{.no_network = true, .fs_readonly = true}, GetParam().abi);
  EXPECT_EQ(ruleset.handled_files, kWriteRights & ~GetParam().missing);
  EXPECT_EQ(ruleset.handled_network != 0, GetParam().network);
  EXPECT_EQ(ruleset.scopes != 0, GetParam().scopes);
  for (const PathRule& rule : ruleset.rules) {
    EXPECT_EQ(rule.rights & ~ruleset.handled_files, 0u) << rule.path;
  }
}

INSTANTIATE_TEST_SUITE_P(Kernels, AbiTest,
                         testing::ValuesIn<AbiCase>({{1, kRefer | kTruncate, false, false},
                                                     {2, kTruncate, false, false},
                                                     {3, 0, false, false},
                                                     {4, 0, true, false},
                                                     {5, 0, true, false},
                                                     {6, 0, true, true},
                                                     {7, 0, true, true},
                                                     {99, 0, true, true}}),
                         [](const auto& test) { return "Abi" + std::to_string(test.param.abi); });

TEST(InnerDomainTest, AlwaysMakesALayerWhereThereIsLandlock) {
  EXPECT_TRUE(InnerDomain(0).empty());
  EXPECT_FALSE(InnerDomain(1).empty());
  EXPECT_EQ(InnerDomain(6).scopes, kScopeSignal);
}

TEST(DescribeRulesetTest, NamesPathsAndRights) {
  const std::string text = Describe(Main(Policy{.no_network = true}));
  EXPECT_THAT(text, testing::HasSubstr("files handled: write_file refer truncate\n"));
  EXPECT_THAT(text, testing::HasSubstr("  /home: write_file refer truncate\n"));
  EXPECT_THAT(text, testing::HasSubstr("tcp: bind and connect denied\n"));
}

}  // namespace
}  // namespace hermetic::kernel
