#ifndef HERMETIC_PROFILES_POLICY_LISTING_H_
#define HERMETIC_PROFILES_POLICY_LISTING_H_

#include <string>

#include "profiles/policy_with_origins.h"

namespace hermetic {

// Each value that is not the default or was said by some source, as TOML that
// can stand in hermetic.toml, with its origin as a comment. Ends with a newline.
std::string ListPolicy(const PolicyWithOrigins& policy);

}  // namespace hermetic

#endif  // HERMETIC_PROFILES_POLICY_LISTING_H_
