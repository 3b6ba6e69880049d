#include "guards/interpreter_guard.h"

#include <string>

#include "guards/code_identity.h"
#include "guards/enforcement.h"
#include "guards/guarded_containers.h"
#include "guards/py_ref.h"
#include "guards/start_phase.h"

namespace hermetic {
namespace {

struct GuardedState {
  const char* attribute;  // Of sys.
  const char* what;
  size_t event_argument;  // Its place in an `import` event; 0 if it has none.
};

constexpr GuardedState kImportState[] = {
    {"path", "sys.path", 2},
    {"meta_path", "sys.meta_path", 3},
    {"path_hooks", "sys.path_hooks", 4},
    {"path_importer_cache", "sys.path_importer_cache", 0},
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

// Import machinery and libraries maintain these; a program calling
// site.addsitedir makes the library do it.
bool MutatorIsLibrary() {
  if (!StartPhase::IsOver()) return true;
  const StackFrame top = StackFrame::Top();
  if (!top) return false;
  if (IsImportMachinery(top.code())) return true;
  if (!IsStdlibCode(top.code()) && !IsInstalledCode(top.code(), "")) return false;
  return !IsStdlibFile(top.code(), "site.py");
}

bool MayMutate(std::string_view what) {
  if ((ActivePolicy::Mask() & MaskOf(GuardId::kInterpreter)) == 0 || MutatorIsLibrary())
    return true;
  const StackFrame top = StackFrame::Top();
  const bool by_site = top && IsStdlibFile(top.code(), "site.py");
  const ActivePolicy& active = ActivePolicy::Get();
  Verdict verdict = by_site ? RefuseMutation(active, "site.addsitedir", "site.addsitedir")
                            : RefuseMutation(active, what);
  return verdict == kAllowed || Enforce(std::move(verdict)) == 0;
}

// os.chdir(path), os.fchdir(fd)
Verdict CheckChangeDirectory(const ActivePolicy& active, const Args& args) {
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

constexpr AuditEvent kEvents[] = {{"os.chdir", CheckChangeDirectory}};

constexpr GuardedBuiltin kSubinterpreterBuiltins[] = {
    {"_xxsubinterpreters", nullptr, "create", CheckSubinterpreter},
    {"_xxsubinterpreters", nullptr, "run_string", CheckSubinterpreter},
    {"_interpreters", nullptr, "create", CheckSubinterpreter},
    {"_interpreters", nullptr, "exec", CheckSubinterpreter},
    {"_interpreters", nullptr, "call", CheckSubinterpreter},
    {"_interpreters", nullptr, "run_string", CheckSubinterpreter},
    {"_interpreters", nullptr, "run_func", CheckSubinterpreter},
};

PyRef Plain(PyObject* guarded) {
  return PyRef::Steal(PyList_Check(guarded) ? PyList_GetSlice(guarded, 0, PyList_GET_SIZE(guarded))
                                            : PyDict_Copy(guarded));
}

}  // namespace

Verdict RefuseMutation(const ActivePolicy& active, std::string_view what) {
  return RefuseMutation(active, what, std::string(what) + " mutation");
}

const Guard kInterpreterGuard = {MaskOf(GuardId::kInterpreter), kEvents, {}};
const Guard kSubinterpreterGuard = {kAnyPolicy, {}, kSubinterpreterBuiltins};

absl::Status GuardImportState() {
  const bool guarded = (ActivePolicy::Mask() & MaskOf(GuardId::kInterpreter)) != 0;
  for (const GuardedState& state : kImportState) {
    PyObject* current = PySys_GetObject(state.attribute);
    if (current == nullptr || IsGuardedContainer(current) == guarded) continue;
    if (!PyList_Check(current) && !PyDict_Check(current)) continue;
    const PyRef replacement =
        guarded ? NewGuardedContainer(current, state.what, MayMutate) : Plain(current);
    if (!replacement || PySys_SetObject(state.attribute, replacement.get()) < 0) {
      PyErr_Clear();
      return absl::InternalError(std::string("cannot guard ") + state.what);
    }
  }
  return absl::OkStatus();
}

Verdict CheckImportState(const ActivePolicy& active, const Args& import_event) {
  if ((ActivePolicy::Mask() & MaskOf(GuardId::kInterpreter)) == 0 || !StartPhase::IsOver()) {
    return kAllowed;
  }
  for (const GuardedState& state : kImportState) {
    PyObject* used = state.event_argument != 0 ? import_event[state.event_argument]
                                               : PySys_GetObject(state.attribute);
    if (used == nullptr || !IsGuardedContainer(used) || !IsUntouched(used)) {
      return RefuseMutation(active, state.what);
    }
  }
  return kAllowed;
}

}  // namespace hermetic
