// What is wrong with a policy as a whole, once its parts are merged.
#ifndef HERMETIC_PROFILES_POLICY_CHECK_H_
#define HERMETIC_PROFILES_POLICY_CHECK_H_

#include "absl/status/status.h"
#include "profiles/policy_with_origins.h"

namespace hermetic {

// kInvalidArgument: two options exclude each other, or one has no effect
// without another; the message names both, with their origins.
absl::Status CheckPolicy(const PolicyWithOrigins& policy);

// kInvalidArgument if `sealed`, the policy of one source, seals itself and
// `merged`, of which it is a part, permits more; names both places.
absl::Status CheckSeal(const PolicyWithOrigins& sealed, const PolicyWithOrigins& merged);

}  // namespace hermetic

#endif  // HERMETIC_PROFILES_POLICY_CHECK_H_
