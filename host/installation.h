// What the resolver has to know of this process: the CPython it embeds, where
// both lie, and the variables that say what the user means.
#ifndef HERMETIC_HOST_INSTALLATION_H_
#define HERMETIC_HOST_INSTALLATION_H_

#include <string>

#include "absl/status/statusor.h"
#include "resolver/resolve.h"

namespace hermetic::host {

// `executable` is sys.executable as it will be (executable.h); `venv_option` the
// value of --venv, or empty. Errors are those of resolver::FindActiveEnv.
absl::StatusOr<resolver::Surroundings> LookAround(const std::string& executable,
                                                  const std::string& venv_option);

}  // namespace hermetic::host

#endif  // HERMETIC_HOST_INSTALLATION_H_
