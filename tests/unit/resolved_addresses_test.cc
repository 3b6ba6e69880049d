#include "guards/resolved_addresses.h"

#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"

namespace hermetic {
namespace {

const absl::Time kNow = absl::FromUnixSeconds(1'000'000);
const IpAddress kAddress = IpAddress::V4(198, 51, 100, 7);

bool Has(const ResolvedAddresses& resolved, const IpAddress& address, std::string_view name,
         absl::Time now) {
  return resolved.AnyName(address, now, [&](std::string_view known) { return known == name; });
}

TEST(ResolvedAddressesTest, AnAnswerBelongsToItsAddressAlone) {
  ResolvedAddresses resolved;
  resolved.Add(kAddress, "a.test", kNow);
  EXPECT_TRUE(Has(resolved, kAddress, "a.test", kNow));
  EXPECT_FALSE(Has(resolved, kAddress, "b.test", kNow));
  EXPECT_FALSE(Has(resolved, IpAddress::V4(198, 51, 100, 8), "a.test", kNow));
}

TEST(ResolvedAddressesTest, AnAnswerIsGoodWhileItIsCurrent) {
  ResolvedAddresses resolved;
  resolved.Add(kAddress, "a.test", kNow);
  const absl::Time last = kNow + ResolvedAddresses::kCurrent - absl::Seconds(1);
  EXPECT_TRUE(Has(resolved, kAddress, "a.test", last));
  EXPECT_FALSE(Has(resolved, kAddress, "a.test", last + absl::Seconds(1)));
}

TEST(ResolvedAddressesTest, AskingAgainRenewsIt) {
  ResolvedAddresses resolved;
  resolved.Add(kAddress, "a.test", kNow);
  resolved.Add(kAddress, "a.test", kNow + absl::Minutes(9));
  EXPECT_EQ(resolved.size(), 1u);
  EXPECT_TRUE(Has(resolved, kAddress, "a.test", kNow + absl::Minutes(18)));
}

TEST(ResolvedAddressesTest, SeveralNamesShareAnAddress) {
  ResolvedAddresses resolved;
  resolved.Add(kAddress, "a.test", kNow);
  resolved.Add(kAddress, "b.test", kNow);
  EXPECT_TRUE(Has(resolved, kAddress, "a.test", kNow));
  EXPECT_TRUE(Has(resolved, kAddress, "b.test", kNow));
}

TEST(ResolvedAddressesTest, DoesNotGrowWithoutEnd) {
  ResolvedAddresses resolved;
  for (size_t i = 0; i < 3 * ResolvedAddresses::kCapacity; ++i) {
    resolved.Add(kAddress, absl::StrCat("name", i, ".test"), kNow);
  }
  EXPECT_LE(resolved.size(), ResolvedAddresses::kCapacity);
  resolved.Add(kAddress, "latest.test", kNow);
  EXPECT_TRUE(Has(resolved, kAddress, "latest.test", kNow));
}

}  // namespace
}  // namespace hermetic
