// One thing that a source of policy said, before it is validated: every source
// (command line, environment, file, profile) is reduced to a list of these.
#ifndef HERMETIC_PROFILES_SETTING_H_
#define HERMETIC_PROFILES_SETTING_H_

#include <cstdint>
#include <string>

namespace hermetic {

// Weakest first, but for kApi and kParent: those are levels of their own and
// never mix with the others.
enum class SourceKind : uint8_t {
  kDefault,
  kConfigFile,       // hermetic.toml or pyproject.toml, found from the working directory.
  kEnvironmentFile,  // hermetic.toml beside pyvenv.cfg.
  kVariable,         // HERMETIC_*
  kCommandLine,
  kApi,     // A context manager.
  kParent,  // Handed down by the process that started this one.
};

// Where a value came from.
struct Origin {
  SourceKind source = SourceKind::kDefault;
  // As users know it: "--no-network", "HERMETIC_NO_NETWORK",
  // "profile net-hermetic (pyproject.toml:12)".
  std::string text;
  bool operator==(const Origin&) const = default;
};

struct Setting {
  std::string name;       // As the source spells it, without leading dashes: "no-env", "no_env".
  std::string value;      // "true" for a flag.
  std::string directory;  // Relative paths are taken from here.
  Origin origin;
};

}  // namespace hermetic

#endif  // HERMETIC_PROFILES_SETTING_H_
