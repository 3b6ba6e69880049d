#include "guards/interpreter_guard.h"

#include <sys/stat.h>

#include <string>

#include "guards/code_identity.h"
#include "guards/enforcement.h"
#include "guards/guarded_containers.h"
#include "guards/host_activity.h"
#include "guards/import_finders.h"
#include "guards/py_ref.h"
#include "guards/start_phase.h"
#include "guards/sys_attribute.h"

namespace hermetic {
namespace {

struct GuardedState {
  const char* attribute;  // Of sys.
  const char* what;
  size_t event_argument;           // Its place in an `import` event; 0 if it has none.
  bool (*has_genuine)(PyObject*);  // Of the finders in it; null if there are none.
};

constexpr char kImporterCache[] = "sys.path_importer_cache";

constexpr GuardedState kImportState[] = {
    {"path", "sys.path", 2, nullptr},
    {"meta_path", "sys.meta_path", 3, AreGenuineFinders},
    {"path_hooks", "sys.path_hooks", 4, nullptr},
    {"path_importer_cache", kImporterCache, 0, AreGenuineImporters},
};

Verdict RefuseMutation(const ActivePolicy& active, std::string_view what, std::string_view trace) {
  return active.FirstRefusal(GuardId::kInterpreter, [&](const PolicyLevel& level) {
    return Refuse(level, {.guard = GuardId::kInterpreter,
                          .operation = "change",
                          .target = std::string(what),
                          .message = "interpreter mutation disabled: " + std::string(what),
                          .trace = "blocked " + std::string(trace),
                          .option = "--no-interpreter-mutation"});
  });
}

// Importing fills sys.path_importer_cache, and nothing else.
bool KeepsImporterCache(std::string_view what, PyCodeObject* code) {
  return what == kImporterCache &&
         (IsImportMachinery(code) || IsStdlibFunction(code, "pkgutil.py", "get_importer"));
}

// `python3 -m site`: nothing but these two files, and runpy at the bottom.
bool IsRunOfSite() {
  for (StackFrame frame = StackFrame::Top(); frame; frame = frame.Back()) {
    if (IsStdlibFunction(frame.code(), "runpy.py", "_run_module_as_main")) return !frame.Back();
    if (!IsStdlibFile(frame.code(), "site.py") && !IsStdlibFile(frame.code(), "runpy.py")) break;
  }
  return false;
}

// Does an installed package change it, or the interpreter for itself (`-m
// unittest`)? The library's own code says nothing about who wants it: it changes
// whatever list it is given.
bool MutatorIsLibrary(std::string_view what, const StackFrame& top) {
  if (!StartPhase::IsOver()) return true;
  if (!top) return false;
  if (IsStdlibFile(top.code(), "site.py")) return IsRunOfSite();
  if (KeepsImporterCache(what, top.code())) return true;
  if (!IsStdlibCode(top.code())) return IsInstalledCode(top.code(), "");
  for (StackFrame frame = top.Back(); frame; frame = frame.Back()) {
    if (!IsStdlibCode(frame.code())) return IsInstalledCode(frame.code(), "");
  }
  return true;
}

bool MayMutate(std::string_view what) {
  if ((ActivePolicy::Mask() & MaskOf(GuardId::kInterpreter)) == 0) return true;
  const StackFrame top = StackFrame::Top();
  if (MutatorIsLibrary(what, top)) return true;
  const bool by_site = top && IsStdlibFile(top.code(), "site.py");
  const ActivePolicy& active = ActivePolicy::Get();
  Verdict verdict = by_site ? RefuseMutation(active, "site.addsitedir", "site.addsitedir")
                            : RefuseMutation(active, what);
  return verdict == kAllowed || Enforce(std::move(verdict)) == 0;
}

// What stands there, made an ordinary list or dict if it is of a type of the
// program's own. Null for anything else, and with an exception set on failure.
PyRef OrdinaryContainer(const char* attribute) {
  PyObject* current = SysAttribute(attribute);
  if (current == nullptr) return {};
  if (PyList_CheckExact(current) || PyDict_CheckExact(current)) return PyRef::Borrow(current);
  PyRef copy;
  if (PyList_Check(current)) {
    copy = PyRef::Steal(PyList_GetSlice(current, 0, PyList_GET_SIZE(current)));
  } else if (PyDict_Check(current)) {
    copy = PyRef::Steal(PyDict_Copy(current));
  }
  return copy && PySys_SetObject(attribute, copy.get()) == 0 ? std::move(copy) : PyRef();
}

// Permitted is what it holds now; what a block around this one guards stays that.
absl::Status GuardState(const GuardedState& state) {
  if (HasGuardedContainer(state.what)) return absl::OkStatus();
  const PyRef container = OrdinaryContainer(state.attribute);
  if (container && GuardContainer(container.get(), state.what, MayMutate)) return absl::OkStatus();
  if (PyErr_Occurred() == nullptr) return absl::OkStatus();
  PyErr_Clear();
  return absl::InternalError(std::string("cannot guard ") + state.what);
}

void ReleaseImportState() {
  for (const GuardedState& state : kImportState) ReleaseContainer(state.what);
}

// How multiprocessing and loky start their workers.
struct WorkerCommand {
  std::string_view option;
  std::string_view begin;
};
constexpr WorkerCommand kWorkerCommands[] = {
    {"-c", "from multiprocessing.spawn import spawn_main; spawn_main("},
    {"-c", "from multiprocessing.forkserver import main; main("},
    {"-m", "joblib.externals.loky.backend.popen_loky_posix"},
    {"-m", "loky.backend.popen_loky_posix"},
};

// The function that puts a worker in its parent's place.
bool IsPreparation(PyCodeObject* code) {
  if (Utf8View(code->co_name) != "prepare") return false;
  if (IsStdlibFile(code, "multiprocessing/spawn.py")) return true;
  std::string storage;
  const auto file = FsPathView(code->co_filename, &storage);
  return file && file->ends_with("/loky/backend/spawn.py") &&
         (IsInstalledCode(code, "joblib") || IsInstalledCode(code, "loky"));
}

// A worker takes over sys.path and the directory of its parent, once, before it
// runs anything of the program. Whoever starts one could give it these anyhow.
bool awaits_state_of_parent = false;

bool TakesOverState() {
  if (!awaits_state_of_parent) return false;
  const StackFrame top = StackFrame::Top();
  if (!top || !IsPreparation(top.code())) return false;
  awaits_state_of_parent = false;
  ReleaseImportState();
  return GuardImportState().ok();  // The directory comes after sys.path.
}

bool IsWorkingDirectory(PyObject* path) {
  std::string storage;
  const auto directory = FsPathView(path, &storage);
  if (!directory) return false;
  const OwnFiles files;
  struct stat here = {};
  struct stat there = {};
  return stat(".", &here) == 0 && stat(std::string(*directory).c_str(), &there) == 0 &&
         here.st_dev == there.st_dev && here.st_ino == there.st_ino;
}

// pytest goes back to where it began, in case a test left.
bool StaysThere(const Args& args) {
  const StackFrame top = StackFrame::Top();
  return top && args[0] != nullptr && IsInstalledCode(top.code(), "") &&
         IsWorkingDirectory(args[0]);
}

// os.chdir(path), os.fchdir(fd)
Verdict CheckChangeDirectory(const ActivePolicy& active, const Args& args) {
  if (TakesOverState() || StaysThere(args)) return kAllowed;
  const char* name = args[0] != nullptr && PyLong_Check(args[0]) ? "os.fchdir" : "os.chdir";
  return RefuseMutation(active, name, name);
}

Verdict CheckSubinterpreter(const ActivePolicy& active, const Args& /*args*/) {
  return active.FirstRefusal(GuardId::kImports, [](const PolicyLevel& level) {
    return Refuse(level, {.guard = GuardId::kInterpreter,
                          .operation = "start",
                          .target = "a subinterpreter",
                          .message = "interpreter mutation disabled: subinterpreter",
                          .trace = "blocked subinterpreter",
                          .option = "any policy"});
  });
}

// importlib takes this lock before it asks each finder of sys.meta_path, for
// import_module too, which raises no event.
Verdict CheckImportLock(const ActivePolicy& active, const Args& /*args*/) {
  return CheckImportState(active);
}

constexpr AuditEvent kEvents[] = {{"os.chdir", CheckChangeDirectory}};

constexpr GuardedBuiltin kBuiltins[] = {{"_imp", nullptr, "acquire_lock", CheckImportLock}};

constexpr GuardedBuiltin kSubinterpreterBuiltins[] = {
    {"_xxsubinterpreters", nullptr, "create", CheckSubinterpreter},
    {"_xxsubinterpreters", nullptr, "run_string", CheckSubinterpreter},
    {"_interpreters", nullptr, "create", CheckSubinterpreter},
    {"_interpreters", nullptr, "exec", CheckSubinterpreter},
    {"_interpreters", nullptr, "call", CheckSubinterpreter},
    {"_interpreters", nullptr, "run_string", CheckSubinterpreter},
    {"_interpreters", nullptr, "run_func", CheckSubinterpreter},
};

}  // namespace

Verdict RefuseMutation(const ActivePolicy& active, std::string_view what) {
  return RefuseMutation(active, what, std::string(what) + " mutation");
}

const Guard kInterpreterGuard = {MaskOf(GuardId::kInterpreter), kEvents, kBuiltins};
const Guard kSubinterpreterGuard = {kAnyPolicy, {}, kSubinterpreterBuiltins};

void NoteWorker() {
  PyObject* words = SysAttribute("orig_argv");
  if (words == nullptr || !PyList_Check(words)) return;
  for (Py_ssize_t i = 1; i < PyList_GET_SIZE(words); ++i) {
    const auto word = Utf8View(PyList_GET_ITEM(words, i));
    const auto option = Utf8View(PyList_GET_ITEM(words, i - 1));
    for (const WorkerCommand& command : kWorkerCommands) {
      awaits_state_of_parent |=
          word && option == command.option && word->starts_with(command.begin);
    }
  }
}

absl::Status GuardImportState() {
  if ((ActivePolicy::Mask() & MaskOf(GuardId::kInterpreter)) == 0) {
    ReleaseImportState();
    return absl::OkStatus();
  }
  for (const GuardedState& state : kImportState) {
    if (absl::Status status = GuardState(state); !status.ok()) return status;
  }
  return absl::OkStatus();
}

Verdict CheckImportState(const ActivePolicy& active) {
  return CheckImportState(active, Args(nullptr, 0));
}

Verdict CheckImportState(const ActivePolicy& active, const Args& import_event) {
  if ((ActivePolicy::Mask() & MaskOf(GuardId::kInterpreter)) == 0 || !StartPhase::IsOver()) {
    return kAllowed;
  }
  for (const GuardedState& state : kImportState) {
    const bool is_argument = state.event_argument != 0 && import_event.size() != 0;
    PyObject* used =
        is_argument ? import_event[state.event_argument] : SysAttribute(state.attribute);
    if (used == nullptr || !IsUntouched(used, state.what) ||
        (state.has_genuine != nullptr && !state.has_genuine(used))) {
      return RefuseMutation(active, state.what);
    }
  }
  return kAllowed;
}

}  // namespace hermetic
