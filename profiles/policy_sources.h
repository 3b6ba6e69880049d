// Gathers the policy of a start from its sources, weakest first:
//   1. hermetic.toml, or pyproject.toml with [tool.hermetic], found from the
//      working directory upwards (config_file.h says how far and what is trusted);
//   2. hermetic.toml beside the pyvenv.cfg of the virtual environment;
//   3. variables HERMETIC_<OPTION>;
//   4. the command line.
// Restrictions, grants and lists add up. Where there is room for one value
// only, the strongest source that names it wins; so an explicit `false` takes a
// weaker source's restriction back, unless a file is sealed.
#ifndef HERMETIC_PROFILES_POLICY_SOURCES_H_
#define HERMETIC_PROFILES_POLICY_SOURCES_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "profiles/policy_with_origins.h"
#include "profiles/setting.h"

namespace hermetic {

struct PolicyRequest {
  std::string working_directory;         // Absolute.
  const char* const* environ = nullptr;  // NAME=value, ends with a null pointer.
  std::string venv;                      // Directory of the environment in use, or empty.
  bool read_config_files = true;         // Sources 1 and 2.
  std::vector<Setting> command_line;
};

// kInvalidArgument: a bad value, unknown profile, conflict, or an attempt to
// loosen a sealed file. kUnimplemented: an option that this build cannot
// enforce. Messages name the value and its origin. Without any source it costs
// a few system calls per directory level and parses nothing.
absl::StatusOr<PolicyWithOrigins> LoadPolicy(const PolicyRequest& request);

// The directory of the virtual environment that `program` (argv[0]) belongs to
// by its own pyvenv.cfg, as CPython's getpath looks for it, else VIRTUAL_ENV;
// empty if there is none.
std::string FindVirtualEnvironment(const char* program, const char* const* environ);

}  // namespace hermetic

#endif  // HERMETIC_PROFILES_POLICY_SOURCES_H_
