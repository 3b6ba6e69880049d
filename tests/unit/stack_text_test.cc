#include "profiles/stack_text.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "profiles/option_value.h"

namespace hermetic {
namespace {

// Each field with a value that is not its default, and with what text could
// stumble over; a new row of the table is taken along.
PolicyWithOrigins Everything() {
  PolicyWithOrigins policy;
  for (const Option& option : AllOptions()) {
    std::vector<std::string> values;
    if (IsList(option)) {
      values = {"plain", "tab\tnewline\nquote\"backslash\\", "\xc3\xa9 \x01"};
    } else if (option.kind == OptionKind::kKernelMode) {
      values = {"require"};
    } else if (option.kind == OptionKind::kOnViolation) {
      values = {"kill"};
    } else if (option.kind == OptionKind::kDuration) {
      values = {"1h2m3.000000004s"};
    } else if (!NeedsValue(option)) {
      values = {"true"};
    } else {
      values = {"9223372036854775807"};
    }
    for (const std::string& value : values) {
      EXPECT_TRUE(StoreValue(option, value, &policy.policy).ok()) << option.name;
      policy.origins[OptionIndex(option)].push_back(
          {SourceKind::kVariable, FlagName(option) + "\t(\n)"});
    }
  }
  return policy;
}

TEST(StackTextTest, EveryFieldComesBack) {
  const PolicyWithOrigins everything = Everything();
  for (const Option& option : AllOptions()) {
    ASSERT_NE(ReadValues(option, everything.policy), ReadValues(option, Policy())) << option.name;
  }
  const PolicyStack stack = {everything, {}, {.policy = {.no_network = true}}};
  const absl::StatusOr<PolicyStack> parsed = ParseStack(SerializeStack(stack));
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(*parsed, stack);
}

TEST(StackTextTest, AMentionedDefaultKeepsItsOrigin) {
  PolicyWithOrigins policy;
  policy.origins[OptionIndex(*FindKey("no_network"))] = {{SourceKind::kVariable, "X"}};
  EXPECT_EQ(*ParseStack(SerializeStack({policy})), PolicyStack{policy});
}

TEST(StackTextTest, NoLevelIsAStackToo) {
  EXPECT_EQ(*ParseStack(SerializeStack({})), PolicyStack());
}

TEST(StackTextTest, AnyCutIsNoticed) {
  const std::string text = SerializeStack({{.policy = {.no_network = true, .deny_import = {"x"}}}});
  for (size_t length = 0; length < text.size(); ++length) {
    EXPECT_FALSE(ParseStack(text.substr(0, length)).ok()) << length;
  }
}

TEST(StackTextTest, WhatIsNotUnderstoodIsAnError) {
  const std::string head = "hermetic-policy-stack 1\n";
  EXPECT_TRUE(ParseStack(head + "level\nno_network\ttrue\nend\n").ok());
  for (const char* rest : {
           "no_network\ttrue\nend\n",                // A value before any level.
           "level\nno_such_field\ttrue\nend\n",      //
           "level\nno_network\tmaybe\nend\n",        //
           "level\nno_network\nend\n",               //
           "level\nno_network\ttrue\t1\nend\n",      // A source without its origin.
           "level\nno_network\ttrue\t99\tx\nend\n",  // An unknown source.
           "level\nno_network\ttrue\t-1\tx\nend\n",  //
           "level\ndeny_import\t\\q\nend\n",         // A bad escape.
           "level\n\nend\n",                         //
           "end\nlevel\nend\n",                      // Two ends.
           "level\nend\n\n",                         //
       }) {
    EXPECT_FALSE(ParseStack(head + rest).ok()) << rest;
  }
  EXPECT_FALSE(ParseStack("hermetic-policy-stack 2\nend\n").ok());
  EXPECT_FALSE(ParseStack("").ok());
}

}  // namespace
}  // namespace hermetic
