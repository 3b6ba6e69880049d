#include "resolver/script_file.h"

#include <unistd.h>

#include <optional>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "resolver/file_facts.h"
#include "resolver/shebang.h"

namespace hermetic::resolver {
namespace {

absl::Status Refused(const std::string& path, absl::string_view reason) {
  return absl::InvalidArgumentError(absl::StrCat("target '", Shown(path), "': ", reason));
}

// /dev/stdin, and the pipe that a shell makes of <(command).
bool IsDescriptorPath(absl::string_view path) {
  return absl::StartsWith(path, "/dev/") || absl::StartsWith(path, "/proc/");
}

bool IsBinary(absl::string_view head) { return absl::StrContains(head, '\0'); }

bool MayBeZip(absl::string_view head) {
  return IsBinary(head) || absl::StartsWith(head, "#!") || absl::StrContains(head, "PK\x03\x04");
}

TargetKind KindOf(const std::string& path, absl::string_view head) {
  if (TypeOf(path) == FileType::kDirectory) return TargetKind::kDirectory;
  return MayBeZip(head) && EndsAsZip(path) ? TargetKind::kZip : TargetKind::kScript;
}

// The environment that a script is installed in: it lies in the bin/ of the
// environment of its interpreter, or of one that was active when this program
// installed it.
std::optional<VirtualEnv> HomeEnv(const std::string& script, const Interpreter& interpreter) {
  std::optional<VirtualEnv> env = VirtualEnvOf(RealPath(script));
  if (!env || !interpreter.ours) return std::nullopt;
  if (interpreter.env && RealPath(interpreter.env->root) != RealPath(env->root)) {
    return std::nullopt;
  }
  return interpreter.env ? interpreter.env : env;
}

bool IsChosen(const std::optional<ActiveEnv>& active) {
  return active && active->source != EnvSource::kVariable;
}

void TakeShebang(const Shebang& shebang, const Interpreter& interpreter, Target& target) {
  target.interpreter = interpreter.path;
  target.interpreter_version = interpreter.version;
  target.interpreter_arguments = shebang.arguments;
  target.assignments = shebang.assignments;
}

// kInvalidArgument for a file that can only fail: a FIFO that has a name (it
// would block), an unreadable file, a binary, a directory without __main__.py.
absl::Status CheckRunnable(const Target& target) {
  const std::string& path = target.path;
  const bool is_file = target.kind == TargetKind::kScript || target.kind == TargetKind::kForeign;
  if (target.kind == TargetKind::kDirectory) {
    const bool has_main = TypeOf(Join(path, "__main__.py")) != FileType::kMissing ||
                          TypeOf(Join(path, "__main__.pyc")) != FileType::kMissing;
    return has_main ? absl::OkStatus() : Refused(path, "a directory without __main__.py");
  }
  if (!is_file) return absl::OkStatus();
  const FileType type = TypeOf(path);
  if (type == FileType::kMissing) {
    const std::string searched = Shown(absl::StrJoin(target.searched, ", "));
    return absl::NotFoundError(absl::StrCat("target '", Shown(path), "': no such file",
                                            searched.empty() ? "" : "; searched ", searched));
  }
  if (absl::Status status = CheckNoFifo(target); !status.ok()) return status;
  if (access(path.c_str(), R_OK) != 0) return Refused(path, "cannot be read");
  if (IsBinary(ReadHead(path, kShebangBytes)) && !absl::EndsWith(path, ".pyc")) {
    return Refused(path, "a binary, no Python");
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status CheckNoFifo(const Target& target) {
  const bool is_file = target.kind == TargetKind::kScript || target.kind == TargetKind::kForeign;
  if (!is_file || TypeOf(target.path) != FileType::kFifo || IsDescriptorPath(target.path)) {
    return absl::OkStatus();
  }
  return Refused(target.path, "a FIFO, no program");
}

absl::StatusOr<Target> DescribeForPython(const std::string& path, const Surroundings& around) {
  const std::string head = ReadHead(path, kShebangBytes);
  Target target{
      .kind = KindOf(path, head), .name = path, .path = path, .venv = VenvToActivate(around)};
  target.why = "a path, as python3 takes it";
  if (IsChosen(around.active)) return target;
  const absl::StatusOr<std::optional<Shebang>> shebang = ParseShebang(head, path);
  if (!shebang.ok() || !shebang->has_value()) return target;
  const std::optional<Interpreter> interpreter =
      InterpreterOf(**shebang, path, around.search_path, around.installation);
  if (!interpreter) return target;
  if (const std::optional<VirtualEnv> env = HomeEnv(path, *interpreter)) {
    target.interpreter = interpreter->path;
    target.venv = env->root;
    target.why = absl::StrCat("a console script of the environment ", Shown(env->root));
  }
  return target;
}

absl::StatusOr<Target> DescribeAsCommand(const std::string& path, const Surroundings& around) {
  const std::string head = ReadHead(path, kShebangBytes);
  Target target{
      .kind = KindOf(path, head), .name = path, .path = path, .venv = VenvToActivate(around)};
  target.why = "a path";
  if (const absl::Status status = CheckRunnable(target); !status.ok()) return status;
  const absl::StatusOr<std::optional<Shebang>> shebang = ParseShebang(head, path);
  if (!shebang.ok()) return shebang.status();
  if (!shebang->has_value()) return target;
  const std::optional<Interpreter> interpreter =
      InterpreterOf(**shebang, path, around.search_path, around.installation);
  if (!interpreter) {
    const bool is_python = IsPythonName(BasenameOf((*shebang)->interpreter));
    return Refused(path,
                   absl::StrCat("its first line names '", Shown((*shebang)->interpreter),
                                is_python ? "', which is not there" : "', which is no Python"));
  }
  TakeShebang(**shebang, *interpreter, target);
  if (!interpreter->ours) {
    target.kind = TargetKind::kForeign;
    target.why = absl::StrCat("its interpreter is ", Shown(interpreter->path));
    target.venv = interpreter->env ? interpreter->env->root : "";
  } else if (const std::optional<VirtualEnv> home = HomeEnv(path, *interpreter)) {
    target.venv = home->root;
  } else if (interpreter->env) {
    target.venv = interpreter->env->root;
  }
  return target;
}

bool IsPythonScript(const std::string& path) {
  const std::string head = ReadHead(path, kShebangBytes);
  const absl::StatusOr<std::optional<Shebang>> shebang = ParseShebang(head, path);
  if (!shebang.ok()) return true;  // Its own message is better than silence.
  return shebang->has_value() && IsPythonName(BasenameOf((*shebang)->interpreter));
}

}  // namespace hermetic::resolver
