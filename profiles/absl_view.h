// Debian's Abseil has a string_view of its own: what StrCat and the like want.
#ifndef HERMETIC_PROFILES_ABSL_VIEW_H_
#define HERMETIC_PROFILES_ABSL_VIEW_H_

#include <string_view>

#include "absl/strings/string_view.h"

namespace hermetic {

inline absl::string_view AbslView(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace hermetic

#endif  // HERMETIC_PROFILES_ABSL_VIEW_H_
