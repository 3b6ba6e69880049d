// The network part of a policy, compiled. Knows no Python: the kernel layer's
// supervisor asks the same questions.
#ifndef HERMETIC_GUARDS_NETWORK_RULES_H_
#define HERMETIC_GUARDS_NETWORK_RULES_H_

#include "profiles/policy.h"

namespace hermetic {

class NetworkRules {
 public:
  static NetworkRules Compile(const Policy& policy);
};

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_NETWORK_RULES_H_
