// The syntax of option values, and the way of a value into a Policy: text as
// users write it -> canonical text -> field.
#ifndef HERMETIC_PROFILES_OPTION_VALUE_H_
#define HERMETIC_PROFILES_OPTION_VALUE_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "profiles/option_table.h"
#include "profiles/policy.h"

namespace hermetic {

// `value` in its one canonical spelling: "true" or "false"; bytes or a count
// in digits; a duration as absl::FormatDuration has it; a lower-case domain; an
// absolute, lexically normal path, where a relative one starts at `directory`.
// Only kDirectory looks at the file system: it must exist and is resolved.
// kInvalidArgument says what is wrong, with `value` in it.
absl::StatusOr<std::string> CanonicalValue(OptionKind kind, std::string_view value,
                                           std::string_view directory);

// Puts a canonical value into its field; adds it to a list that lacks it.
// kInvalidArgument if it is not canonical.
absl::Status StoreValue(const Option& option, std::string_view canonical, Policy* policy);

// The canonical values of the field: one, or as many as the list has; none for
// an absent limit and an empty string.
std::vector<std::string> ReadValues(const Option& option, const Policy& policy);

// `value` in quotes, with everything escaped that could upset a terminal.
std::string Quoted(std::string_view value);

}  // namespace hermetic

#endif  // HERMETIC_PROFILES_OPTION_VALUE_H_
