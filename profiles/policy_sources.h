// Gathers the policy of a start from its sources, weakest first:
//   1. hermetic.toml, or pyproject.toml with [tool.hermetic], found from the
//      working directory upwards (config_file.h says how far and what is trusted);
//   2. hermetic.toml beside the pyvenv.cfg of the virtual environment;
//   3. variables HERMETIC_<OPTION>;
//   4. the command line.
// Restrictions, grants and lists add up. Where there is room for one value
// only, the strongest source that names it wins; so an explicit `false` takes a
// weaker source's restriction back, unless a file is sealed. What is sealed by
// a file or by the command line, variables cannot loosen.
//
// This is for the policy of a start. What a parent hands down is a level of its
// own (merge.h, Stack), which nothing gathered here can widen.
#ifndef HERMETIC_PROFILES_POLICY_SOURCES_H_
#define HERMETIC_PROFILES_POLICY_SOURCES_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "profiles/policy_with_origins.h"
#include "profiles/profile_book.h"
#include "profiles/setting.h"

namespace hermetic {

struct PolicyRequest {
  std::string working_directory;         // Absolute; empty if it is gone.
  const char* const* environ = nullptr;  // NAME=value, ends with a null pointer.
  std::string venv;                      // Root of the environment in use, or empty.
  bool find_config_file = true;          // Source 1.
  std::string config_file;               // For source 1 instead of looking; or empty.
  std::vector<Setting> command_line;
};

// kInvalidArgument: a bad value or file, an unknown profile, a conflict, or an
// attempt to loosen a sealed file. Messages name the value and its origin.
// Without any source it costs a few system calls per directory level and parses nothing.
// `book` has the profiles of the files afterwards.
absl::StatusOr<PolicyWithOrigins> LoadPolicy(const PolicyRequest& request, ProfileBook* book);

// The settings of HERMETIC_<OPTION> and HERMETIC_PROFILE. Lists are separated
// by commas, lists of paths and programs by colons. A name that is nearly an
// option's is an error, any other is left alone.
absl::StatusOr<std::vector<Setting>> SettingsFromVariables(const char* const* environ,
                                                           const std::string& working_directory);

}  // namespace hermetic

#endif  // HERMETIC_PROFILES_POLICY_SOURCES_H_
