#include "profiles/option_table.h"

#include <set>
#include <string>
#include <utility>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace hermetic {
namespace {

// Counts the fields of an aggregate: how many initialisers it accepts.
struct Anything {
  template <typename T>
  operator T() const;  // NOLINT(google-explicit-constructor)
};
template <typename T, typename... Fields>
constexpr size_t FieldCount() {
  if constexpr (requires { T{std::declval<Fields>()..., Anything()}; }) {
    return FieldCount<T, Fields..., Anything>();
  } else {
    return sizeof...(Fields);
  }
}
static_assert(FieldCount<Policy>() == kOptionCount, "a field of Policy has no row in the table");

// Two rows for one field would leave another one without.
TEST(OptionTableTest, EveryRowHasAFieldOfItsOwn) {
  for (const Option& a : AllOptions()) {
    for (const Option& b : AllOptions()) {
      EXPECT_EQ(a.field == b.field, &a == &b) << a.name << " and " << b.name;
    }
  }
}

TEST(OptionTableTest, EveryRowIsComplete) {
  std::set<std::string> spellings;
  for (const Option& option : AllOptions()) {
    EXPECT_FALSE(option.help.empty()) << option.name;
    EXPECT_NE(option.example.find(option.name == "fs-root" ? "--fs-readonly=./" : FlagName(option)),
              std::string_view::npos)
        << option.name;
    for (std::string_view needed : option.needs) {
      if (needed.empty()) continue;
      EXPECT_NE(FindKey(needed), nullptr) << option.name;
    }
    EXPECT_TRUE(spellings.insert(KeyName(option)).second) << option.name;
    for (std::string_view alias : option.aliases) {
      if (alias.empty() || FindFlag(alias) != nullptr) continue;
      EXPECT_TRUE(spellings.insert(std::string(alias)).second) << alias;
    }
  }
}

// The alternative of the field and the kind of its values are two columns.
TEST(OptionTableTest, AListIsAListInBothColumns) {
  for (const Option& option : AllOptions()) {
    const bool list = std::holds_alternative<std::vector<std::string> Policy::*>(option.field);
    EXPECT_EQ(IsList(option), list) << option.name;
    EXPECT_EQ(NeedsValue(option), !std::holds_alternative<bool Policy::*>(option.field))
        << option.name;
  }
}

struct NameCase {
  const char* spelling;
  const char* as_flag;  // The row found, or null.
  const char* as_key;
};
class OptionNameTest : public ::testing::TestWithParam<NameCase> {};

TEST_P(OptionNameTest, IsFoundWhereItIsMeant) {
  const auto name = [](const Option* option) {
    return option == nullptr ? std::string("none") : std::string(option->name);
  };
  const auto want = [](const char* row) { return std::string(row == nullptr ? "none" : row); };
  EXPECT_EQ(name(FindFlag(GetParam().spelling)), want(GetParam().as_flag));
  EXPECT_EQ(name(FindKey(GetParam().spelling)), want(GetParam().as_key));
}

INSTANTIATE_TEST_SUITE_P(Names, OptionNameTest,
                         ::testing::ValuesIn<NameCase>({
                             {"no-network", "no-network", "no-network"},
                             {"no_network", nullptr, "no-network"},
                             {"block_network", nullptr, "no-network"},
                             {"no-env", "no-environment", "no-environment"},
                             {"no_env", nullptr, "no-environment"},
                             {"sealed", "seal", "seal"},
                             {"allow_domains", nullptr, "allow-domain"},
                             {"deny_imports", nullptr, "deny-import"},
                             {"fs_root", nullptr, "fs-root"},
                             {"fs-root", nullptr, "fs-root"},
                             {"max_memory", nullptr, "max-memory"},
                             {"block-native", "block-native", "block-native"},
                             {"no-netwrok", nullptr, nullptr},
                             {"no-networks", nullptr, nullptr},
                             {"no-", nullptr, nullptr},
                             {"", nullptr, nullptr},
                         }));

TEST(OptionTableTest, NamesAreDerived) {
  const Option& option = *FindFlag("no-env");
  EXPECT_EQ(FlagName(option), "--no-environment");
  EXPECT_EQ(KeyName(option), "no_environment");
  EXPECT_EQ(VariableName(option), "HERMETIC_NO_ENVIRONMENT");
}

}  // namespace
}  // namespace hermetic
