#include "guards/tree_record.h"

#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace hermetic {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Lines(const TreeRecord& record) {
  std::vector<std::string> lines;
  record.ForEachLine([&](int32_t, std::string_view line) { lines.emplace_back(line); });
  return lines;
}

// The exit code of `child`, run in a process of its own.
template <typename Child>
int InChild(Child child) {
  const pid_t pid = fork();
  if (pid == 0) _exit(child());
  int status = 0;
  waitpid(pid, &status, 0);
  return WEXITSTATUS(status);
}

TEST(TreeRecordTest, CountsWhatItIsTold) {
  TreeRecord record;
  ASSERT_TRUE(record.Create({}));
  record.Add(GuardId::kNetwork, /*process_wide=*/true, "one", Logged::kNo);
  record.Add(GuardId::kFilesystem, /*process_wide=*/false, "two", Logged::kNo);
  EXPECT_EQ(record.tally().total(), 2);
  EXPECT_EQ(record.tally().process_wide, 1);
  EXPECT_EQ(record.tally().in_children, 0);
  EXPECT_THAT(Lines(record), ElementsAre("one", "two"));
}

TEST(TreeRecordTest, GoesOnFromWhatWasCarried) {
  TreeRecord before;
  ASSERT_TRUE(before.Create({}));
  before.Add(GuardId::kNetwork, /*process_wide=*/true, "one", Logged::kYes);
  TreeRecord record;
  ASSERT_TRUE(record.Create(before.tally()));
  record.Add(GuardId::kNetwork, /*process_wide=*/true, "two", Logged::kYes);
  EXPECT_EQ(record.tally().total(), 2);
  EXPECT_EQ(record.tally().process_wide, 2);
}

TEST(TreeRecordTest, IsJoinedByTicket) {
  TreeRecord record;
  ASSERT_TRUE(record.Create({}));
  EXPECT_TRUE(record.IsOwner());
  EXPECT_EQ(InChild([&] {
              TreeRecord joined;
              if (!joined.Join(record.ticket()) || joined.IsOwner()) return 1;
              joined.Add(GuardId::kSeal, /*process_wide=*/true, "from a child", Logged::kNo);
              return 0;
            }),
            0);
  EXPECT_EQ(record.tally().in_children, 1);
  EXPECT_THAT(Lines(record), ElementsAre("from a child"));
}

TEST(TreeRecordTest, RefusesATicketThatIsNotItsOwn) {
  TreeRecord record;
  ASSERT_TRUE(record.Create({}));
  RecordTicket ticket = record.ticket();
  ++ticket.nonce;
  TreeRecord other;
  EXPECT_FALSE(other.Join(ticket));
  EXPECT_FALSE(other.Join({}));
  EXPECT_FALSE(other.IsOpen());
}

TEST(TreeRecordTest, KeepsCountingWithoutRoomForLines) {
  TreeRecord record;
  ASSERT_TRUE(record.Create({}));
  for (size_t i = 0; i < TreeRecord::kKept + 5; ++i) {
    record.Add(GuardId::kImports, /*process_wide=*/true, "line", Logged::kNo);
  }
  EXPECT_EQ(record.tally().total(), TreeRecord::kKept + 5);
  EXPECT_EQ(Lines(record).size(), TreeRecord::kKept);
}

TEST(TreeRecordTest, CutsALineThatIsTooLong) {
  TreeRecord record;
  ASSERT_TRUE(record.Create({}));
  record.Add(GuardId::kImports, /*process_wide=*/true, std::string(5000, 'x'), Logged::kNo);
  EXPECT_THAT(Lines(record), ElementsAre(std::string(TreeRecord::kLineBytes, 'x')));
}

TEST(TreeRecordTest, GivesEachUnloggedLineOnce) {
  TreeRecord record;
  ASSERT_TRUE(record.Create({}));
  record.Add(GuardId::kNetwork, /*process_wide=*/true, "logged", Logged::kYes);
  record.Add(GuardId::kNetwork, /*process_wide=*/true, "left over", Logged::kNo);
  std::vector<std::string> taken;
  const auto take = [&](std::string_view line) { taken.emplace_back(line); };
  record.TakeUnlogged(take);
  EXPECT_THAT(taken, ElementsAre("left over"));
  taken.clear();
  record.TakeUnlogged(take);
  EXPECT_THAT(taken, IsEmpty());
}

}  // namespace
}  // namespace hermetic
