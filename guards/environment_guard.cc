#include "guards/environment_guard.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/types/span.h"
#include "guards/child_environment.h"
#include "guards/code_identity.h"
#include "guards/enforcement.h"
#include "guards/filesystem_guard.h"
#include "guards/guarded_environment.h"
#include "guards/imports_guard.h"
#include "guards/py_ref.h"
#include "guards/start_phase.h"

namespace hermetic {
namespace {

enum class Reader { kHost, kLibrary, kProgram };

bool IsNamed(PyCodeObject* code, absl::Span<const std::string_view> names) {
  const auto name = Utf8View(code->co_name);
  return name && std::find(names.begin(), names.end(), *name) != names.end();
}

// The functions of os through which os.environ is reached, and what copies it for
// its caller; the rest of os reads for itself.
bool IsAccessor(PyCodeObject* code) {
  if (IsStdlibFile(code, "_collections_abc.py") || IsStdlibFile(code, "copy.py")) return true;
  constexpr std::string_view kAccessors[] = {
      "__getitem__", "__setitem__", "__delitem__", "__iter__",  "__len__",
      "__repr__",    "copy",        "setdefault",  "__or__",    "__ror__",
      "__ior__",     "getenv",      "getenvb",     "<genexpr>", "<dictcomp>"};
  return IsNamed(code, kAccessors) && IsStdlibFile(code, "os.py");
}

// Is it read by one of os.environ's methods that change it?
bool ReadsToChange() {
  constexpr std::string_view kChanging[] = {"pop", "popitem", "clear", "setdefault"};
  for (StackFrame frame = StackFrame::Top(); frame && IsAccessor(frame.code());
       frame = frame.Back()) {
    if (IsNamed(frame.code(), kChanging)) return true;
  }
  return false;
}

// Whose read is it? os.environ's own methods are looked past.
Reader WhoReads() {
  for (StackFrame frame = StackFrame::Top(); frame; frame = frame.Back()) {
    if (IsAccessor(frame.code())) continue;
    if (!StartPhase::IsOver()) return Reader::kHost;
    return IsStdlibCode(frame.code()) || IsInstalledCode(frame.code(), "") ? Reader::kLibrary
                                                                           : Reader::kProgram;
  }
  return StartPhase::IsOver() ? Reader::kProgram : Reader::kHost;
}

bool IsGranted(const ActivePolicy& active, std::string_view name) {
  return std::all_of(active.levels().begin(), active.levels().end(), [&](const LevelRef& level) {
    return (level->guards & MaskOf(GuardId::kEnvironment)) == 0 ||
           level->environment.IsGranted(name);
  });
}

Verdict RefuseRead(const ActivePolicy& active, std::string_view name) {
  return active.FirstRefusal(GuardId::kEnvironment, [&](const PolicyLevel& level) -> Verdict {
    if (!level.policy.no_environment) return kAllowed;  // --scrub-env hides, it does not refuse.
    return Refuse(level,
                  {.guard = GuardId::kEnvironment,
                   .operation = "read the environment",
                   .message = "environment disabled",
                   .trace = "blocked environment read",
                   .option = "--no-environment",
                   .fix = name.empty() ? "--allow-env NAME" : "--allow-env " + Printable(name)});
  });
}

Verdict RefuseWrite(const ActivePolicy& active) {
  return active.FirstRefusal(GuardId::kEnvironment, [](const PolicyLevel& level) -> Verdict {
    if (!level.policy.no_environment) return kAllowed;
    return Refuse(level, {.guard = GuardId::kEnvironment,
                          .operation = "change the environment",
                          .message = "environment mutation disabled",
                          .trace = "blocked environment mutation",
                          .option = "--no-environment"});
  });
}

EnvironmentAnswer Question(std::string_view name) {
  const ActivePolicy& active = ActivePolicy::Get();
  if ((ActivePolicy::Mask() & MaskOf(GuardId::kEnvironment)) == 0) return EnvironmentAnswer::kShow;
  if (!name.empty() && IsGranted(active, name)) return EnvironmentAnswer::kShow;
  if (WhoReads() == Reader::kProgram) {
    Verdict verdict = ReadsToChange() ? RefuseWrite(active) : RefuseRead(active, name);
    if (verdict != kAllowed) {
      return Enforce(std::move(verdict)) < 0 ? EnvironmentAnswer::kRefuse
                                             : EnvironmentAnswer::kShow;
    }
  }
  return name.empty() || IsHarmlessVariable(name) ? EnvironmentAnswer::kShow
                                                  : EnvironmentAnswer::kHide;
}

// Installed packages may note things for themselves (pytest says which test
// runs); what steers interpreters and children is nobody's to change.
Verdict CheckWrite(const ActivePolicy& active, const Args& args) {
  std::string storage;
  const auto name = FsPathView(args[0], &storage);
  if (name && args.size() == 2) {  // os.unsetenv has the name alone.
    if (Verdict refusal = CheckLibraryVariable(active, *name)) return refusal;
    std::string value_storage;
    const auto value = FsPathView(args[1], &value_storage);
    if (Verdict refusal = CheckFileVariable(active, *name, value.value_or(""))) return refusal;
  }
  if ((ActivePolicy::Mask() & MaskOf(GuardId::kEnvironment)) == 0) return kAllowed;
  if (name && !IsHarmlessVariable(*name) && !name->starts_with("LD_") &&
      WhoReads() != Reader::kProgram) {
    return kAllowed;
  }
  return RefuseWrite(active);
}

constexpr AuditEvent kEvents[] = {{"os.putenv", CheckWrite}, {"os.unsetenv", CheckWrite}};

// Made once: blocks are entered over and over.
struct Names {
  PyObject* posix = PyUnicode_InternFromString("posix");
  PyObject* os = PyUnicode_InternFromString("os");
  PyObject* environ = PyUnicode_InternFromString("environ");
  PyObject* environb = PyUnicode_InternFromString("environb");
  PyObject* data = PyUnicode_InternFromString("_data");
};

const Names& NameObjects() {
  static const Names names;
  return names;
}

// Where the mapping stands: an object and its attribute.
struct Holder {
  PyRef owner;
  PyObject* attribute;
};

PyRef LoadedModule(PyObject* name) {
  return PyRef::Borrow(PyDict_GetItem(PyImport_GetModuleDict(), name));
}

std::vector<Holder> FindHolders() {
  const Names& names = NameObjects();
  std::vector<Holder> holders;
  holders.reserve(3);
  // os.environ shares posix.environ's mapping, also when `os` is imported later.
  if (PyRef posix = LoadedModule(names.posix)) holders.push_back({std::move(posix), names.environ});
  const PyRef os = LoadedModule(names.os);
  for (PyObject* name : {names.environ, names.environb}) {
    if (!os) break;
    PyRef environ = PyRef::Steal(PyObject_GetAttr(os.get(), name));
    if (environ) holders.push_back({std::move(environ), names.data});
    PyErr_Clear();
  }
  return holders;
}

// The mapping for `original`: the same one for block after block. Never freed,
// since the interpreter may end first.
PyRef MappingFor(PyObject* original) {
  static PyObject* latest = nullptr;
  if (latest == nullptr || OriginalEnvironment(latest) != original) {
    PyRef mapping = NewGuardedEnvironment(original, Question);
    if (!mapping) return {};
    Py_XDECREF(std::exchange(latest, mapping.Release()));
  }
  return TakeContents(latest) ? PyRef::Borrow(latest) : PyRef();
}

// What `holder` is to have instead of `current`, which may be what it has; null
// with an exception set. `mapping` is what the holders before it were given.
PyRef ReplacementFor(PyObject* current, bool guarded, PyRef* mapping) {
  if (IsGuardedEnvironment(current) == guarded || (guarded && !PyDict_Check(current))) {
    return PyRef::Borrow(current);
  }
  if (!guarded) {
    return GiveContentsBack(current) ? PyRef::Borrow(OriginalEnvironment(current)) : PyRef();
  }
  if (!*mapping) *mapping = MappingFor(current);
  if (*mapping) PyDict_Clear(current);  // Whoever kept the dict keeps nothing.
  return PyRef::Borrow(mapping->get());
}

// Puts one mapping in place of what the holders have, or the dict again. A holder
// that has the right kind already keeps it.
absl::Status Exchange(const std::vector<Holder>& holders) {
  const bool guarded = (ActivePolicy::Mask() & MaskOf(GuardId::kEnvironment)) != 0;
  PyRef mapping;
  for (const Holder& holder : holders) {
    const PyRef current = PyRef::Steal(PyObject_GetAttr(holder.owner.get(), holder.attribute));
    PyErr_Clear();
    if (!current) continue;
    const PyRef replacement = ReplacementFor(current.get(), guarded, &mapping);
    if (replacement.get() == current.get()) continue;
    if (!replacement ||
        PyObject_SetAttr(holder.owner.get(), holder.attribute, replacement.get()) < 0) {
      PyErr_Clear();
      return absl::InternalError("cannot exchange the mapping behind os.environ");
    }
  }
  return absl::OkStatus();
}

}  // namespace

const Guard kEnvironmentGuard = {
    MaskOf(GuardId::kEnvironment) | MaskOf(GuardId::kImports), kEvents, {}};

absl::Status GuardEnvironmentOf(PyObject* posix) {
  std::vector<Holder> holders;
  holders.push_back({PyRef::Borrow(posix), NameObjects().environ});
  return Exchange(holders);
}

Verdict CheckVariable(const ActivePolicy& active, std::string_view name) {
  return IsGranted(active, name) ? kAllowed : RefuseRead(active, name);
}

absl::Status GuardEnvironment() {
  static bool was_guarded = false;
  const bool guarded = (ActivePolicy::Mask() & MaskOf(GuardId::kEnvironment)) != 0;
  if (guarded && !was_guarded) NoteVariables();
  was_guarded = guarded;
  return Exchange(FindHolders());
}

}  // namespace hermetic
