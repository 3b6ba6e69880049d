// A stack of policies as text, for the hand-over to a child process. Versioned
// and strict: parent and child are of one build, so whatever is not understood
// is an error and never skipped. It is not authenticated.
#ifndef HERMETIC_PROFILES_STACK_TEXT_H_
#define HERMETIC_PROFILES_STACK_TEXT_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "profiles/merge.h"

namespace hermetic {

// One line per value; every field by way of the option table.
std::string SerializeStack(const PolicyStack& stack);

// The stack that SerializeStack was given, origins included. Values are taken
// as they are: paths are not looked at. kInvalidArgument for anything else,
// text that was cut off included.
absl::StatusOr<PolicyStack> ParseStack(std::string_view text);

}  // namespace hermetic

#endif  // HERMETIC_PROFILES_STACK_TEXT_H_
