#include "guards/violation_record.h"

#include "gtest/gtest.h"

namespace hermetic {
namespace {

RecordedViolation Connect() {
  return {.guard = GuardId::kNetwork,
          .operation = "connect to",
          .target = "api.example.com:443",
          .message = "network disabled: connect(api.example.com)",
          .policy = "--no-network, from profile net-hermetic (pyproject.toml:12)",
          .fix = "--allow-domain api.example.com",
          .program = {"app/sync.py", 42, "fetch_schema"},
          .library = {"requests 2.28.1: adapters.py", 486, "send"},
          .process_wide = true};
}

TEST(DescribeViolationTest, SaysWhatWhereWhyAndHowToAllowIt) {
  EXPECT_EQ(DescribeViolation(Connect()),
            "hermetic: blocked network: connect to api.example.com:443\n"
            "  at app/sync.py:42 in fetch_schema (requests 2.28.1: adapters.py:486)\n"
            "  policy: --no-network, from profile net-hermetic (pyproject.toml:12)\n"
            "  to allow it: --allow-domain api.example.com\n");
}

TEST(DescribeViolationTest, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(DescribeViolation({.guard = GuardId::kSubprocess,
                               .operation = "start a process",
                               .policy = "--no-subprocess"}),
            "hermetic: blocked subprocess: start a process\n  policy: --no-subprocess\n");
}

TEST(ViolationRecordTest, CountsWhatTheProgramSwallowed) {
  ViolationRecord record;
  EXPECT_EQ(DescribeSwallowed(record), "");
  const uint64_t first = record.Add(Connect());
  record.Add(Connect());
  EXPECT_EQ(record.swallowed(), 2U);
  record.MarkUncaught(first);
  EXPECT_EQ(record.swallowed(), 1U);
  ASSERT_NE(record.uncaught(), nullptr);
  EXPECT_EQ(record.uncaught()->number, first);
}

TEST(ViolationRecordTest, BlocksOfTheApiAreTheProgramsOwnAffair) {
  ViolationRecord record;
  RecordedViolation reversible = Connect();
  reversible.process_wide = false;
  record.Add(reversible);
  EXPECT_EQ(record.total(), 1U);
  EXPECT_EQ(DescribeSwallowed(record), "");
}

}  // namespace
}  // namespace hermetic
