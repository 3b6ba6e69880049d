// The file part of a policy, compiled. Knows no Python: the kernel layer
// compiles it too.
#ifndef HERMETIC_GUARDS_FILE_RULES_H_
#define HERMETIC_GUARDS_FILE_RULES_H_

#include "profiles/policy.h"

namespace hermetic {

class FileRules {
 public:
  static FileRules Compile(const Policy& policy);
};

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_FILE_RULES_H_
