#include "guards/kernel/network_mode.h"

#include <vector>

#include "gtest/gtest.h"

namespace hermetic::kernel {
namespace {

const Policy kOpen{.seal = true};
const Policy kNone{.no_network = true};
const Policy kUnix{.no_network = true, .allow_unix = true};
const Policy kLocal{.no_network = true, .allow_localhost = true};
const Policy kNames{.no_network = true, .allow_domain = {"example.com"}};
const Policy kBoth{.no_network = true, .allow_localhost = true, .allow_host = {"192.0.2.0/24"}};

struct Case {
  const char* name;
  std::vector<Policy> levels;
  NetworkPlan want;
};
class PlanNetworkTest : public testing::TestWithParam<Case> {};

TEST_P(PlanNetworkTest, IsTheConjunction) {
  EXPECT_EQ(PlanNetwork(GetParam().levels), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Levels, PlanNetworkTest,
    testing::ValuesIn<Case>({
        {"NoLevel", {}, {NetworkMode::kOpen, true, true}},
        {"Unrestricted", {kOpen}, {NetworkMode::kOpen, true, true}},
        {"Refused", {kNone}, {NetworkMode::kRefused, false, false}},
        {"UnixAlone", {kUnix}, {NetworkMode::kRefused, false, true}},
        {"LocalhostTrustsLocalDaemons", {kLocal}, {NetworkMode::kLoopback, true, true}},
        {"NamesAlone", {kNames}, {NetworkMode::kOnBehalf, false, false}},
        {"NamesAndLocalhost", {kBoth}, {NetworkMode::kOnBehalf, true, true}},
        {"RefusalWins", {kLocal, kNone}, {NetworkMode::kRefused, false, false}},
        {"RefusalWinsInAnyOrder", {kNone, kNames}, {NetworkMode::kRefused, false, false}},
        {"OpenAddsNothing", {kOpen, kLocal}, {NetworkMode::kLoopback, true, true}},
        {"TwoKinds", {kLocal, kNames}, {NetworkMode::kOnBehalf, false, false}},
        {"NamesAndLocalhostWithinLocalhost", {kLocal, kBoth}, {NetworkMode::kOnBehalf, true, true}},
    }),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace hermetic::kernel
