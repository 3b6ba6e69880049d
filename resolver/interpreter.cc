#include "resolver/interpreter.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "resolver/file_facts.h"

namespace hermetic::resolver {
namespace {

bool IsSameProgram(const std::string& real_path, const Installation& installation) {
  return !real_path.empty() &&
         (real_path == installation.executable || real_path == installation.python);
}

// A relative interpreter is relative to the working directory, as the kernel
// reads it; installers that write one mean the script's directory.
std::string Locate(const std::string& interpreter, const std::string& script) {
  if (interpreter[0] == '/' || TypeOf(interpreter) == FileType::kRegular) return interpreter;
  return Join(DirectoryOf(RealPath(script)), interpreter);
}

}  // namespace

Interpreter Identify(const std::string& path, const Installation& installation) {
  Interpreter found{.path = path, .env = VirtualEnvOf(path)};
  const std::string real = RealPath(path);
  const absl::string_view name = BasenameOf(real);
  found.version = VersionInName(name);
  if (found.env && !found.env->version.empty()) found.version = found.env->version;
  if (IsSameProgram(real, installation)) found.version = installation.version;

  const bool is_cpython = IsPythonName(name) && !absl::StartsWith(name, "pypy");
  found.ours = IsSameProgram(real, installation) ||
               (found.env && is_cpython && found.version == installation.version);
  return found;
}

std::optional<Interpreter> InterpreterOf(const Shebang& shebang, const std::string& script,
                                         absl::string_view search_path,
                                         const Installation& installation) {
  if (!IsPythonName(BasenameOf(shebang.interpreter))) return std::nullopt;
  if (!shebang.by_env) {
    const std::string path = Locate(shebang.interpreter, script);
    if (TypeOf(path) != FileType::kRegular) return std::nullopt;
    return Identify(path, installation);
  }
  const std::string& name = shebang.interpreter;
  const std::string path = FindOnPath(name, search_path);
  if (!path.empty()) {
    Interpreter found = Identify(path, installation);
    if (found.env) return found;
  }
  if (name == "python" || name == "python3" || VersionInName(name) == installation.version) {
    return Interpreter{
        .path = installation.executable, .version = installation.version, .ours = true};
  }
  if (path.empty()) return std::nullopt;
  return Identify(path, installation);
}

}  // namespace hermetic::resolver
