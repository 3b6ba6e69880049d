#include "guards/subprocess_guard.h"

#include <sys/stat.h>

#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "guards/run_rules.h"
#include "guards/spawn_preparation.h"

namespace hermetic {
namespace {

constexpr char kShell[] = "/bin/sh";

Verdict RefuseProcess(const PolicyLevel& level, const std::string& program) {
  Violation violation = {.guard = GuardId::kSubprocess,
                         .operation = "start a process",
                         .message = "subprocess disabled",
                         .trace = "blocked subprocess reason=no-subprocess",
                         .option = "--no-subprocess"};
  if (!program.empty()) {
    violation.operation = "start";
    violation.target = program;
    violation.fix = "--allow-run " + program;
  }
  return Refuse(level, std::move(violation));
}

// `program` is the file that would be executed, and `name` what it is called.
Verdict CheckProgram(const ActivePolicy& active, const struct stat& program,
                     const std::string& name) {
  return active.FirstRefusal(GuardId::kSubprocess, [&](const PolicyLevel& level) -> Verdict {
    if (level.run.AllowsNothing()) return RefuseProcess(level, "");
    return level.run.Allows(program) ? kAllowed : RefuseProcess(level, name);
  });
}

// Where --allow-run lists anything, what a level says is decided later, when
// the file is known.
Verdict RefuseWithoutList(const ActivePolicy& active, const Args& /*args*/) {
  PrepareSpawn();
  return active.FirstRefusal(GuardId::kSubprocess, [](const PolicyLevel& level) {
    return level.run.AllowsNothing() ? RefuseProcess(level, "") : kAllowed;
  });
}

// A name that leads nowhere is left to fail by itself.
Verdict CheckPath(const ActivePolicy& active, const std::string& path) {
  struct stat program;
  if (stat(path.c_str(), &program) != 0) return RefuseWithoutList(active, {nullptr, 0});
  return CheckProgram(active, program, path);
}

// Whether a name without a slash is looked up on PATH the event does not say.
std::string LookUp(std::string_view name) {
  std::string found = FindProgram(name, SearchPath());
  return found.empty() ? std::string(name) : found;
}

// ("os.exec", path, args, env), ("os.posix_spawn", path, argv, env). What is no
// path here is decided on the file itself (exec_gate.h).
Verdict CheckExecute(const ActivePolicy& active, const Args& args) {
  PrepareSpawn();
  struct stat program;
  if (const auto descriptor = IntValue(args[0])) {
    if (fstat(static_cast<int>(*descriptor), &program) != 0) return RefuseWithoutList(active, args);
    return CheckProgram(active, program, "");
  }
  std::string storage;
  const auto path = FsPathView(args[0], &storage);
  return path ? CheckPath(active, LookUp(*path)) : RefuseWithoutList(active, args);
}

Verdict CheckSystem(const ActivePolicy& active, const Args& /*args*/) {
  PrepareSpawn();
  return CheckPath(active, kShell);
}

// A fork is another run of this program.
Verdict CheckFork(const ActivePolicy& active, const Args& args) {
  PrepareSpawn();
  struct stat program;
  return OwnProgram(&program) ? CheckProgram(active, program, "") : RefuseWithoutList(active, args);
}

std::string Bytes(PyObject* value) {
  return value != nullptr && PyBytes_Check(value) ? PyBytes_AS_STRING(value) : "";
}

// _posixsubprocess.fork_exec(args, executable_list, close_fds, pass_fds, cwd, ...):
// the first of the list that exists is the one that runs.
Verdict CheckForkExec(const ActivePolicy& active, const Args& args) {
  PrepareSpawn();
  PyObject* list = args[1];
  if (list == nullptr || (!PyTuple_Check(list) && !PyList_Check(list))) {
    return RefuseWithoutList(active, args);
  }
  std::string directory;
  if (args[4] != nullptr) {
    std::string storage;
    directory = FsPathView(args[4], &storage).value_or("");
  }
  for (Py_ssize_t i = 0; i < PySequence_Fast_GET_SIZE(list); ++i) {
    std::string path = Bytes(PySequence_Fast_GET_ITEM(list, i));
    if (!path.starts_with('/') && !directory.empty()) path = absl::StrCat(directory, "/", path);
    struct stat program;
    if (stat(path.c_str(), &program) == 0) return CheckProgram(active, program, path);
  }
  return RefuseWithoutList(active, args);
}

constexpr AuditEvent kEvents[] = {
    {"subprocess.Popen", RefuseWithoutList}, {"os.system", CheckSystem}, {"os.exec", CheckExecute},
    {"os.posix_spawn", CheckExecute},        {"os.fork", CheckFork},     {"os.forkpty", CheckFork},
    {"pty.spawn", RefuseWithoutList},
};

constexpr GuardedBuiltin kBuiltins[] = {
    {"_posixsubprocess", nullptr, "fork_exec", CheckForkExec},
};

}  // namespace

// Under any policy: whatever is started is told of it.
const Guard kSubprocessGuard = {kAnyPolicy, kEvents, kBuiltins};

}  // namespace hermetic
