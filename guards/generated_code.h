// Is a piece of Python source harmless whatever it says? The standard library
// makes functions from text (dataclasses, namedtuple, forward references) into
// which a program can smuggle its own; so the text itself is looked at. Knows
// no Python objects.
#ifndef HERMETIC_GUARDS_GENERATED_CODE_H_
#define HERMETIC_GUARDS_GENERATED_CODE_H_

#include <cstdint>
#include <string_view>

#include "absl/types/span.h"

namespace hermetic {

// Between values; a sign before one, and what joins strings, are always allowed.
enum class Arithmetic : uint8_t { kRefused, kAllowed };

// True if running `source` can do no more than read names and attributes,
// assign, compare, build tuples, and call what `callees` lists. An entry is a
// dotted name ("hash"), one call ("type(self)"), a prefix ("_dflt_*", for calls
// without arguments) or a method of anything (".__post_init__"); a name that the
// text gives another meaning is not what was listed, and must not be called. Statements that
// import, define classes, use decorators or lambdas that `callees` does not list ("lambda",
// "@name") are refused, and so is every text that is not understood.
bool IsInertSource(std::string_view source, absl::Span<const std::string_view> callees,
                   Arithmetic arithmetic = Arithmetic::kRefused);

// The encoding that a comment in the first two lines declares (PEP 263), as it
// is written there; empty if none does.
std::string_view DeclaredEncoding(std::string_view source);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_GENERATED_CODE_H_
