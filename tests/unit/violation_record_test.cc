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

TEST(ViolationRecordTest, FindsTheUncaughtOne) {
  ViolationRecord record;
  EXPECT_EQ(record.uncaught(), nullptr);
  const uint64_t first = record.Add(Connect());
  record.Add(Connect());
  record.MarkUncaught(first);
  ASSERT_NE(record.uncaught(), nullptr);
  EXPECT_EQ(record.uncaught()->number, first);
  EXPECT_EQ(record.CountOf(GuardId::kNetwork), 2U);
}

TEST(DescribeSwallowedTest, SaysHowManyOfWhatAndWhere) {
  Tally tally;
  EXPECT_EQ(DescribeSwallowed(tally, 0, ""), "");
  tally.by_guard[static_cast<size_t>(GuardId::kNetwork)] = 2;
  EXPECT_EQ(DescribeSwallowed(tally, 1, "it at a.py:1"),
            "hermetic: 1 violation swallowed by the program (2 network); first: it at a.py:1\n");
  tally.in_children = 1;
  EXPECT_EQ(DescribeSwallowed(tally, 2, ""),
            "hermetic: 2 violations swallowed by the program (2 network; 1 in child processes)\n");
}

}  // namespace
}  // namespace hermetic
