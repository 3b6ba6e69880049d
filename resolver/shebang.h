// The interpreter that a script asks for: `#!` lines as the kernel and env(1)
// read them, and the two-line form of installers for interpreters whose path
// is too long for the kernel or has spaces in it.
#ifndef HERMETIC_RESOLVER_SHEBANG_H_
#define HERMETIC_RESOLVER_SHEBANG_H_

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace hermetic::resolver {

// As much of a file as ParseShebang needs: two lines with long paths in them.
inline constexpr size_t kShebangBytes = 8192;

struct Shebang {
  std::string interpreter;             // A path, or a name if by_env.
  bool by_env = false;                 // `env NAME`: the name is looked up on PATH.
  std::vector<std::string> arguments;  // What stands between it and the script.
  std::vector<std::pair<std::string, std::string>> assignments;  // `env -S NAME=VALUE python3`

  bool operator==(const Shebang&) const = default;
};

// The shebang of a file that begins with `head` and lies at `script`; nullopt
// if it has none. A byte order mark before it is skipped, as Python does.
// kInvalidArgument for options of env that change more than the interpreter.
absl::StatusOr<std::optional<Shebang>> ParseShebang(absl::string_view head,
                                                    const std::string& script);

// True for the file name of a Python: python, python3, python3.11, python3.13t,
// pypy3, hermetic-python and their like.
bool IsPythonName(absl::string_view name);

// "3.12" of "python3.12", empty of "python3" and of what IsPythonName refuses.
std::string VersionInName(absl::string_view name);

}  // namespace hermetic::resolver

#endif  // HERMETIC_RESOLVER_SHEBANG_H_
