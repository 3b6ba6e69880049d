// Which Python a path leads to, and whether it is the one that this program
// embeds, so that what is written for it can run in this process.
#ifndef HERMETIC_RESOLVER_INTERPRETER_H_
#define HERMETIC_RESOLVER_INTERPRETER_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "resolver/shebang.h"
#include "resolver/virtual_env.h"

namespace hermetic::resolver {

// The CPython in this executable and the place of both. Fixed at build time
// but for `executable`.
struct Installation {
  std::string executable;              // This program, links followed.
  std::string python;                  // The embedded CPython's own program, links followed.
  std::string version;                 // "3.11"
  std::string stdlib;                  // Directory of its standard library.
  std::vector<std::string> site_dirs;  // Its site directories outside any environment.
};

struct Interpreter {
  std::string path;
  std::string version;  // "3.12"; empty if neither name nor environment tells it.
  bool ours = false;    // This program may stand in for it.
  std::optional<VirtualEnv> env;
};

// `path` is looked at, not run. It is ours if it is this program, the CPython
// embedded here, or an environment's python of the same version whose base is
// either of them, or another CPython of that version: environments hold
// packages for a version, and the base library is then this program's.
Interpreter Identify(const std::string& path, const Installation& installation);

// The interpreter that a shebang at `script` asks for. A bare `env python3` (or
// python) asks for any Python 3 and so for this one, unless PATH leads it into
// a virtual environment of another version. nullopt: no Python, or not found.
std::optional<Interpreter> InterpreterOf(const Shebang& shebang, const std::string& script,
                                         absl::string_view search_path,
                                         const Installation& installation);

}  // namespace hermetic::resolver

#endif  // HERMETIC_RESOLVER_INTERPRETER_H_
