#include "profiles/policy.h"

#include "gtest/gtest.h"

namespace hermetic {
namespace {

TEST(PolicyTest, TheDefaultRestrictsNothing) { EXPECT_FALSE(Policy().RestrictsAnything()); }

TEST(PolicyTest, GrantsAloneRestrictNothing) {
  EXPECT_FALSE(Policy{.allow_domain = {"example.com"}}.RestrictsAnything());
}

TEST(PolicyTest, EveryRestrictionCounts) {
  EXPECT_TRUE(Policy{.no_network = true}.RestrictsAnything());
  EXPECT_TRUE(Policy{.deny_read = {"/etc"}}.RestrictsAnything());
  EXPECT_TRUE(Policy{.seal = true}.RestrictsAnything());
}

}  // namespace
}  // namespace hermetic
