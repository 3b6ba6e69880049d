// `hermetic-python POLICY -m venv DIR`: the policy is for the environment, so it
// is written into it and does not hold while the environment is made.
#ifndef HERMETIC_HOST_NEW_ENVIRONMENTS_H_
#define HERMETIC_HOST_NEW_ENVIRONMENTS_H_

#include <string>

#include "absl/status/status.h"

namespace hermetic::host {

// From now on each environment that the module venv makes in this process gets
// `policy` (TOML) as hermetic.toml beside its pyvenv.cfg, when all else in it
// has succeeded: pip is installed by the environment's own python. After
// Initialize; GIL held.
absl::Status WritePolicyIntoNewEnvironments(const std::string& policy);

}  // namespace hermetic::host

#endif  // HERMETIC_HOST_NEW_ENVIRONMENTS_H_
