#include "guards/kernel/kernel_hint.h"

#include <cerrno>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace hermetic::kernel {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<Row> RowsFor(const Policy& policy) {
  std::vector<Row> rows;
  for (const RowId id : RowsAsked(policy)) rows.push_back({id, RowState::kActive, {}});
  return rows;
}

TEST(KernelHintTest, NamesTheOptionsThatAnswerLikeThat) {
  const auto rows = RowsFor({.no_network = true, .no_subprocess = true, .fs_readonly = true});
  const std::string hint = KernelHint(rows, EPERM, "");
  EXPECT_THAT(hint, HasSubstr("hermetic: EPERM "));
  EXPECT_THAT(hint, HasSubstr("--no-network"));
  EXPECT_THAT(hint, HasSubstr("--no-subprocess"));
  EXPECT_THAT(KernelHint(rows, EACCES, "/data/x"), HasSubstr("--fs-readonly"));
  EXPECT_THAT(KernelHint(rows, EACCES, "/data/x"), Not(HasSubstr("--no-network")));
}

TEST(KernelHintTest, SaysNothingOfWhatNoRowAnswers) {
  const auto rows = RowsFor({.no_network = true});
  EXPECT_EQ(KernelHint(rows, EACCES, "/srv/secret"), "");
  EXPECT_EQ(KernelHint(rows, ENOENT, ""), "");
  EXPECT_EQ(KernelHint({}, EPERM, ""), "");
}

TEST(KernelHintTest, SaysNothingOfWhatIsNotHeld) {
  EXPECT_EQ(
      KernelHint(std::vector<Row>{{RowId::kNetwork, RowState::kUnavailable, "old"}}, EPERM, ""),
      "");
}

TEST(KernelHintTest, EveryPolicyKeepsProc) {
  const auto rows = RowsFor({.no_network = true});
  EXPECT_THAT(KernelHint(rows, EACCES, "/proc/self/mem"), HasSubstr("/proc"));
}

}  // namespace
}  // namespace hermetic::kernel
