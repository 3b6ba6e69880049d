#ifndef HERMETIC_PROFILES_NEAR_NAMES_H_
#define HERMETIC_PROFILES_NEAR_NAMES_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/types/span.h"

namespace hermetic {

// The names that `wrong` may have been meant for: at most two letters
// inserted, left out or changed, and no more than a quarter of it.
std::vector<std::string> NearNames(std::string_view wrong, absl::Span<const std::string> names);

// "; did you mean a or b?", or nothing.
std::string DidYouMean(std::string_view wrong, absl::Span<const std::string> names);

}  // namespace hermetic

#endif  // HERMETIC_PROFILES_NEAR_NAMES_H_
