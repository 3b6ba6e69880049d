// The order in which a target word is understood.
//
// As python3 takes it (`hermetic-python WORD`): a file, directory or zip of that
// name. Only if there is none, and the word is module:attr or a plain name, a
// module's attribute or a console script; else python3's own error is left to
// python3.
//
// As a command (`hermetic ... -- WORD`): module:attr; a path; a console script
// of the active environment, then a Python script on PATH, then a console script
// of our own site directories; a file of that name; a module.
#ifndef HERMETIC_RESOLVER_RESOLVE_H_
#define HERMETIC_RESOLVER_RESOLVE_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "resolver/interpreter.h"
#include "resolver/target.h"
#include "resolver/virtual_env.h"

namespace hermetic::resolver {

enum class Form : uint8_t { kPython, kCommand };

// Everything that the answer depends on, besides files.
struct Surroundings {
  Installation installation;
  std::optional<ActiveEnv> active;
  std::string search_path;  // PATH
  std::string python_path;  // PYTHONPATH
};

// kNotFound and kInvalidArgument name the word and what was searched, on one
// line. What python3 itself would report is an error in the command form only.
// Thread-safe.
absl::StatusOr<Target> Resolve(const std::string& word, Form form, const Surroundings& around);

// The environment for what is no word (-m, -c, standard input): the root of the
// active one, or empty if argv[0] already leads to it.
std::string VenvToActivate(const Surroundings& around);

// The root of the environment that `target` runs in, or empty.
std::string VenvInUse(const Target& target, const Surroundings& around);

}  // namespace hermetic::resolver

#endif  // HERMETIC_RESOLVER_RESOLVE_H_
