#include "guards/file_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace hermetic {
namespace {

struct RuleCase {
  const char* name;
  FileAccess access;
  const char* path;
  FileAnswer want;
};

std::string NameOf(const ::testing::TestParamInfo<RuleCase>& info) { return info.param.name; }

class ReadOnlyTest : public ::testing::TestWithParam<RuleCase> {};

TEST_P(ReadOnlyTest, RefusesChangesOnly) {
  Policy policy;
  policy.fs_readonly = true;
  policy.no_subprocess = true;
  policy.allow_write = {"/srv/out"};
  EXPECT_EQ(FileRules::Compile(policy).Decide(GetParam().access, GetParam().path), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Paths, ReadOnlyTest,
    ::testing::ValuesIn<RuleCase>({
        {"ReadAnywhere", FileAccess::kRead, "/srv/data", FileAnswer::kAllowed},
        {"LookAnywhere", FileAccess::kLook, "/srv/data", FileAnswer::kAllowed},
        {"Write", FileAccess::kWrite, "/srv/data", FileAnswer::kWriteDenied},
        {"WriteGranted", FileAccess::kWrite, "/srv/out", FileAnswer::kAllowed},
        {"WriteBelowGranted", FileAccess::kWrite, "/srv/out/a/b", FileAnswer::kAllowed},
        {"WriteBesideGranted", FileAccess::kWrite, "/srv/output", FileAnswer::kWriteDenied},
        {"WriteAboveGranted", FileAccess::kWrite, "/srv", FileAnswer::kWriteDenied},
        {"WriteNull", FileAccess::kWrite, "/dev/null", FileAnswer::kAllowed},
        {"WriteTerminal", FileAccess::kWrite, "/dev/pts/3", FileAnswer::kAllowed},
        {"WriteDisk", FileAccess::kWrite, "/dev/sda", FileAnswer::kWriteDenied},
        {"SharedMemoryWithoutChildren", FileAccess::kWrite, "/dev/shm/x", FileAnswer::kWriteDenied},
        {"MoveGranted", FileAccess::kMove, "/srv/out/a", FileAnswer::kAllowed},
        {"Move", FileAccess::kMove, "/srv/data", FileAnswer::kWriteDenied},
    }),
    NameOf);

class RootTest : public ::testing::TestWithParam<RuleCase> {};

TEST_P(RootTest, RefusesReadsOutside) {
  Policy policy;
  policy.fs_readonly = true;
  policy.fs_root = "/srv/base";
  policy.allow_read = {"/srv/extra"};
  policy.allow_write = {"/srv/out"};
  policy.deny_read = {"/srv/base/private", "/srv/out/private"};
  AddProgramDirectory("/srv/app");
  EXPECT_EQ(FileRules::Compile(policy).Decide(GetParam().access, GetParam().path), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Paths, RootTest,
    ::testing::ValuesIn<RuleCase>({
        {"Root", FileAccess::kRead, "/srv/base", FileAnswer::kAllowed},
        {"BelowRoot", FileAccess::kRead, "/srv/base/a", FileAnswer::kAllowed},
        {"Granted", FileAccess::kRead, "/srv/extra/a", FileAnswer::kAllowed},
        {"Writable", FileAccess::kRead, "/srv/out/a", FileAnswer::kAllowed},
        {"Outside", FileAccess::kRead, "/srv/other", FileAnswer::kReadOutsideRoot},
        {"RootAsPrefix", FileAccess::kRead, "/srv/base2", FileAnswer::kReadOutsideRoot},
        {"AboveRoot", FileAccess::kRead, "/srv", FileAnswer::kReadOutsideRoot},
        {"LookAboveRoot", FileAccess::kLook, "/srv", FileAnswer::kAllowed},
        {"LookAtSlash", FileAccess::kLook, "/", FileAnswer::kAllowed},
        {"LookOutside", FileAccess::kLook, "/srv/other", FileAnswer::kReadOutsideRoot},
        {"DenyWins", FileAccess::kRead, "/srv/base/private/a", FileAnswer::kReadDenied},
        {"DenyWinsOverWritable", FileAccess::kRead, "/srv/out/private", FileAnswer::kReadDenied},
        {"LookAtDenied", FileAccess::kLook, "/srv/base/private/a", FileAnswer::kReadDenied},
        {"MoveOfDenied", FileAccess::kMove, "/srv/out/private", FileAnswer::kReadDenied},
        {"MoveOfFolderOfDenied", FileAccess::kMove, "/srv/out", FileAnswer::kReadDenied},
        {"Library", FileAccess::kRead, "/usr/share/zoneinfo/UTC", FileAnswer::kAllowed},
        {"Names", FileAccess::kRead, "/etc/hosts", FileAnswer::kAllowed},
        {"Secrets", FileAccess::kRead, "/etc/shadow", FileAnswer::kReadOutsideRoot},
        {"Code", FileAccess::kRead, "/srv/app/a/b.py", FileAnswer::kAllowed},
        {"CodeNames", FileAccess::kList, "/srv/app/a", FileAnswer::kAllowed},
        {"LookBesideCode", FileAccess::kLook, "/srv/app/secret", FileAnswer::kAllowed},
        {"DataBesideCode", FileAccess::kRead, "/srv/app/secret", FileAnswer::kReadOutsideRoot},
        {"CodeElsewhere", FileAccess::kRead, "/srv/other/b.py", FileAnswer::kReadOutsideRoot},
        {"NamesElsewhere", FileAccess::kList, "/srv/other", FileAnswer::kReadOutsideRoot},
        {"Metadata", FileAccess::kRead, "/srv/app/a-1.dist-info/METADATA", FileAnswer::kAllowed},
        {"SharedMemoryOfWorkers", FileAccess::kWrite, "/dev/shm/x", FileAnswer::kAllowed},
    }),
    NameOf);

class AnyPolicyTest : public ::testing::TestWithParam<RuleCase> {};

TEST_P(AnyPolicyTest, KeepsSystemStateOutOfReach) {
  EXPECT_EQ(FileRules::Compile({}).Decide(GetParam().access, GetParam().path), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Paths, AnyPolicyTest,
    ::testing::ValuesIn<RuleCase>({
        {"ReadMemory", FileAccess::kRead, "/proc/1/mem", FileAnswer::kSystemState},
        {"WriteMemory", FileAccess::kWrite, "/proc/1/mem", FileAnswer::kSystemState},
        {"MemoryOfThread", FileAccess::kWrite, "/proc/1/task/2/mem", FileAnswer::kSystemState},
        {"EnvironmentOfOther", FileAccess::kRead, "/proc/1/environ", FileAnswer::kSystemState},
        {"LayoutOfOther", FileAccess::kRead, "/proc/1/task/1/maps", FileAnswer::kSystemState},
        {"StatusOfOther", FileAccess::kRead, "/proc/1/status", FileAnswer::kAllowed},
        {"NotAProcess", FileAccess::kRead, "/proc/sys/mem", FileAnswer::kAllowed},
        {"NotProc", FileAccess::kRead, "/srv/proc/1/mem", FileAnswer::kAllowed},
        {"WriteKernelSetting", FileAccess::kWrite, "/proc/sys/kernel/core_pattern",
         FileAnswer::kSystemState},
        {"WriteDeviceSetting", FileAccess::kWrite, "/sys/power/state", FileAnswer::kSystemState},
        {"ReadDeviceSetting", FileAccess::kRead, "/sys/power/state", FileAnswer::kAllowed},
        {"WriteElsewhere", FileAccess::kWrite, "/system", FileAnswer::kAllowed},
    }),
    NameOf);

TEST(ProcessStateTest, OwnEnvironmentIsTheEnvironmentGuards) {
  const std::string own = "/proc/" + std::to_string(getpid());
  EXPECT_FALSE(IsProcessState(own + "/environ"));
  EXPECT_TRUE(IsOwnEnvironment(own + "/environ"));
  EXPECT_TRUE(IsOwnEnvironment(own + "/task/12345/environ"));
  EXPECT_FALSE(IsOwnEnvironment("/proc/1/environ"));
  EXPECT_TRUE(IsProcessState(own + "/mem"));
}

TEST(FileRulesTest, FollowsTheLinksOfThePolicysPaths) {
  char folder[] = "/tmp/file_rules_test_XXXXXX";
  ASSERT_NE(mkdtemp(folder), nullptr);
  const std::string root = std::filesystem::canonical(folder);
  std::filesystem::create_directory(root + "/real");
  std::filesystem::create_symlink("real", root + "/link");
  Policy policy;
  policy.deny_read = {root + "/link", root + "/link/missing"};
  const FileRules rules = FileRules::Compile(policy);
  EXPECT_EQ(rules.Decide(FileAccess::kRead, root + "/real/a"), FileAnswer::kReadDenied);
  EXPECT_EQ(rules.Decide(FileAccess::kRead, root + "/a"), FileAnswer::kAllowed);
  std::filesystem::remove_all(root);
}

TEST(FileRulesTest, ImportDirectoriesStayReadable) {
  Policy policy;
  policy.fs_readonly = true;
  policy.fs_root = "/srv/base";
  const FileRules rules = FileRules::Compile(policy);
  EXPECT_EQ(rules.Decide(FileAccess::kRead, "/srv/venv/lib/a.py"), FileAnswer::kReadOutsideRoot);
  AddImportDirectory("/srv/venv");
  EXPECT_EQ(rules.Decide(FileAccess::kRead, "/srv/venv/lib/a.py"), FileAnswer::kAllowed);
  EXPECT_EQ(rules.Decide(FileAccess::kWrite, "/srv/venv/lib/a.py"), FileAnswer::kWriteDenied);
}

}  // namespace
}  // namespace hermetic
