#include "guards/kernel/limits.h"

#include <vector>

#include "gtest/gtest.h"

namespace hermetic::kernel {
namespace {

constexpr int64_t kMiB = 1 << 20;

TEST(LimitsOfTest, TakesTheLowestOfAllLevels) {
  const std::vector<Policy> levels{{.max_memory_bytes = 2 * kMiB, .timeout = absl::Seconds(5)},
                                   {.max_memory_bytes = kMiB, .max_processes = 3}};
  const Limits limits = LimitsOf(levels);
  EXPECT_EQ(limits.memory_bytes, kMiB);
  EXPECT_EQ(limits.timeout, absl::Seconds(5));
  EXPECT_EQ(limits.processes, 3);
  EXPECT_FALSE(limits.cpu.has_value());
  EXPECT_TRUE(limits.Any());
  EXPECT_FALSE(LimitsOf({}).Any());
}

struct ExceededCase {
  const char* name;
  Limits limits;
  TreeUsage usage;
  absl::Duration elapsed;
  const char* want;
};
class ExceededLimitTest : public testing::TestWithParam<ExceededCase> {};

TEST_P(ExceededLimitTest, IsReportedInTheUsersUnits) {
  EXPECT_EQ(ExceededLimit(GetParam().limits, GetParam().usage, GetParam().elapsed),
            GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Limits, ExceededLimitTest,
    testing::ValuesIn<ExceededCase>({
        {"None", {}, {1 << 30, 1e6, 1000}, absl::Hours(9), ""},
        {"MemoryReached", {.memory_bytes = 512 * kMiB}, {512 * kMiB}, {}, ""},
        {"MemoryExceeded", {.memory_bytes = 512 * kMiB}, {512 * kMiB + 1}, {}, "memory 512 MiB"},
        {"OddMemory", {.memory_bytes = 1025}, {2000}, {}, "memory 1025 bytes"},
        {"Cpu", {.cpu = absl::Seconds(2)}, {0, 2.5}, {}, "cpu 2s"},
        {"CpuLeft", {.cpu = absl::Seconds(2)}, {0, 1.9}, {}, ""},
        {"Timeout", {.timeout = absl::Minutes(1)}, {}, absl::Minutes(1), "timeout 1m"},
        {"TimeLeft", {.timeout = absl::Minutes(1)}, {}, absl::Seconds(59), ""},
        {"Processes", {.processes = 4}, {0, 0, 5}, {}, "processes 4"},
        {"ProcessesReached", {.processes = 4}, {0, 0, 4}, {}, ""},
    }),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace hermetic::kernel
