#include "profiles/host_pattern.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace hermetic {
namespace {

struct PatternCase {
  const char* text;
  HostPattern want;
};
class HostPatternTest : public ::testing::TestWithParam<PatternCase> {};

TEST_P(HostPatternTest, IsParsed) {
  const absl::StatusOr<HostPattern> got = ParseHostPattern(GetParam().text);
  ASSERT_TRUE(got.ok()) << got.status();
  EXPECT_EQ(*got, GetParam().want);
}

constexpr std::array<uint8_t, 16> kTen = {10};
constexpr std::array<uint8_t, 16> kLoopback6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
INSTANTIATE_TEST_SUITE_P(
    Patterns, HostPatternTest,
    ::testing::ValuesIn<PatternCase>({
        {"Db.Example.com.", {.name = "db.example.com"}},
        {"db.example.com:5432", {.name = "db.example.com", .port = 5432}},
        {"10.0.0.0", {.address = kTen, .address_bits = 32, .prefix_bits = 32}},
        {"10.0.0.0/8", {.address = kTen, .address_bits = 32, .prefix_bits = 8}},
        {"10.0.0.0/8:443", {.address = kTen, .address_bits = 32, .prefix_bits = 8, .port = 443}},
        {"::1", {.address = kLoopback6, .address_bits = 128, .prefix_bits = 128}},
        {"[::1]", {.address = kLoopback6, .address_bits = 128, .prefix_bits = 128}},
        {"[::1]:80", {.address = kLoopback6, .address_bits = 128, .prefix_bits = 128, .port = 80}},
        {"::1/64", {.address = kLoopback6, .address_bits = 128, .prefix_bits = 64}},
        {"0.0.0.0/0", {.address_bits = 32, .prefix_bits = 0}},
    }));

class BadHostPatternTest : public ::testing::TestWithParam<const char*> {};

TEST_P(BadHostPatternTest, IsRefused) {
  EXPECT_EQ(ParseHostPattern(GetParam()).status().code(), absl::StatusCode::kInvalidArgument);
}

INSTANTIATE_TEST_SUITE_P(Patterns, BadHostPatternTest,
                         ::testing::Values("", ":80", "host:", "host:0", "host:65536", "host:+80",
                                           "host:80x", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/+8",
                                           "::1/129", "host/8", "[::1", "[::1]80",
                                           "[::1]:", "[host]:80", "1.2.3", "256.0.0.1", "12345",
                                           "fe80::x", "a:b:c", "user@host", "http://host", "*"));

}  // namespace
}  // namespace hermetic
