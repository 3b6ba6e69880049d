// Virtual environments (PEP 405) as files: what pyvenv.cfg says, which packages
// they hold, and which one the user means.
#ifndef HERMETIC_RESOLVER_VIRTUAL_ENV_H_
#define HERMETIC_RESOLVER_VIRTUAL_ENV_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace hermetic::resolver {

struct VirtualEnv {
  std::string root;                   // The directory that holds bin/ and lib/.
  std::string home;                   // Directory of the base interpreter.
  std::string version;                // "3.11"; empty if nothing tells it.
  bool system_site_packages = false;  // The base's packages are seen too.

  bool operator==(const VirtualEnv&) const = default;
};

// The three facts of a pyvenv.cfg, written by venv, virtualenv or uv.
VirtualEnv ParsePyvenvCfg(absl::string_view text);

// nullopt if `root` is no virtual environment.
std::optional<VirtualEnv> ReadVirtualEnv(const std::string& root);

// The environment whose bin/ holds this interpreter or script; links in the
// last component are not followed, as Python does not.
std::optional<VirtualEnv> VirtualEnvOf(const std::string& file);

// Where its packages are, for CPython `version` ("3.11").
std::string SitePackages(const VirtualEnv& env, absl::string_view version);

// Who named the environment, strongest first.
enum class EnvSource : uint8_t {
  kOption,      // --venv DIR
  kExecutable,  // This program was started by the environment's own bin/ link.
  kVariable,    // VIRTUAL_ENV
};

struct ActiveEnv {
  VirtualEnv env;
  EnvSource source;
};

// The environment that the user means, or none. --venv must name one of CPython
// `version`: kNotFound and kInvalidArgument tell. A VIRTUAL_ENV that is stale or
// of another version names none, as it names none for python3.
absl::StatusOr<std::optional<ActiveEnv>> FindActiveEnv(const std::string& venv_option,
                                                       const std::string& executable,
                                                       const std::string& virtual_env_variable,
                                                       absl::string_view version);

}  // namespace hermetic::resolver

#endif  // HERMETIC_RESOLVER_VIRTUAL_ENV_H_
