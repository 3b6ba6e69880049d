#include "stdlib_overlay/questions.h"

#include <fcntl.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "guards/audit_hook.h"
#include "guards/code_exec_guard.h"
#include "guards/enforcement.h"
#include "guards/environment_guard.h"
#include "guards/file_gate.h"
#include "guards/imports_guard.h"
#include "guards/network_decision.h"
#include "guards/path_resolution.h"
#include "profiles/absl_view.h"
#include "profiles/host_pattern.h"
#include "stdlib_overlay/plain_data.h"

namespace hermetic::overlay {
namespace {

// HOST[:PORT] as --allow-host has it.
Verdict AskHost(const ActivePolicy& active, const NetworkOperation& operation,
                const std::string& target) {
  const auto pattern = ParseHostPattern(target);
  const int port = pattern.ok() && pattern->port != 0 ? pattern->port : kSomePort;
  std::string host = target;
  if (port != kSomePort) host.resize(host.rfind(':'));
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  const PyRef text = ToPython(host);
  if (!text) return kAllowed;  // The caller sees the exception.
  return DecideHost(active, operation, DecodeHost(text.get(), IdnaCodec::kMayRun), port);
}

Verdict AskEvent(const char* event, PyObject* first) {
  PyObject* const values[] = {first, Py_None, Py_None, Py_None};
  return AskAuditHook(event, Args(values, std::size(values)));
}

// Where open() would refuse it: by the event, which needs no file to be there, or
// at the gate.
Verdict AskOpen(const ActivePolicy& active, const std::string& target, PyObject* path, int flags) {
  const PyRef number = PyRef::Steal(PyLong_FromLong(flags));
  if (!number) return kAllowed;  // The caller sees the exception.
  PyObject* const values[] = {path, Py_None, number.get()};
  Verdict verdict = AskAuditHook("open", Args(values, std::size(values)));
  PathBuffer canonical;
  if (verdict != kAllowed ||
      !ResolvePath(AT_FDCWD, target.c_str(), LastLink::kFollow, &canonical) ||
      !canonical.view().starts_with('/')) {
    return verdict;
  }
  const FileAccess access = flags == O_RDONLY ? FileAccess::kRead : FileAccess::kWrite;
  for (const LevelRef& level : active.levels()) {
    const FileAnswer answer = level->files.Decide(access, canonical.view());
    if (answer != FileAnswer::kAllowed) {
      return FileRefusal(*level, answer, {FileOperation::kOpen, access, target, canonical.view()});
    }
  }
  return kAllowed;
}

struct Operation {
  std::string_view name;
  GuardMask when;
  Verdict (*ask)(const ActivePolicy& active, const std::string& target, PyObject* text);
};

constexpr Operation kOperations[] = {
    {"connect", MaskOf(GuardId::kNetwork),
     [](const ActivePolicy& active, const std::string& target, PyObject*) {
       return AskHost(active, {"connect to", "connect", "connect"}, target);
     }},
    {"resolve", MaskOf(GuardId::kNetwork),
     [](const ActivePolicy& active, const std::string& target, PyObject*) {
       return AskHost(active, {"resolve", "DNS", "getaddrinfo"}, target);
     }},
    {"run", MaskOf(GuardId::kSubprocess),
     [](const ActivePolicy&, const std::string&, PyObject* text) {
       return AskEvent("subprocess.Popen", text);
     }},
    {"getenv", MaskOf(GuardId::kEnvironment),
     [](const ActivePolicy& active, const std::string& target, PyObject*) {
       return CheckVariable(active, target);
     }},
    {"setenv", MaskOf(GuardId::kEnvironment),
     [](const ActivePolicy&, const std::string&, PyObject* text) {
       return AskEvent("os.putenv", text);
     }},
    {"import", MaskOf(GuardId::kImports),
     [](const ActivePolicy& active, const std::string& target, PyObject*) {
       return CheckModuleName(active, target);
     }},
    {"eval", MaskOf(GuardId::kCodeExec),
     [](const ActivePolicy& active, const std::string&, PyObject*) {
       return RefuseDynamicCode(active, "eval");
     }},
    {"read", kAnyPolicy,
     [](const ActivePolicy& active, const std::string& target, PyObject* text) {
       return AskOpen(active, target, text, O_RDONLY);
     }},
    {"write", kAnyPolicy,
     [](const ActivePolicy& active, const std::string& target, PyObject* text) {
       return AskOpen(active, target, text, O_WRONLY | O_CREAT);
     }},
    {"chdir", MaskOf(GuardId::kInterpreter),
     [](const ActivePolicy&, const std::string&, PyObject* text) {
       return AskEvent("os.chdir", text);
     }},
};

const Operation* Find(std::string_view name) {
  for (const Operation& operation : kOperations) {
    if (operation.name == name) return &operation;
  }
  return nullptr;
}

std::string Reason(const Violation& violation) {
  std::string reason = absl::StrCat(Printable(violation.message), " (",
                                    DescribeOrigin(*violation.level, violation.option), ")");
  if (!violation.fix.empty()) absl::StrAppend(&reason, "; to allow it: ", violation.fix);
  return reason;
}

bool GoesOn(const Policy& policy) {
  return policy.report_only || policy.on_violation == OnViolation::kLog;
}

}  // namespace

PyObject* Allowed(PyObject* /*module*/, PyObject* args) noexcept {
  PyObject* name = nullptr;
  PyObject* target = nullptr;
  if (PyArg_ParseTuple(args, "UO:allowed", &name, &target) == 0) return nullptr;
  const Operation* operation = Find(Utf8View(name).value_or(""));
  if (operation == nullptr) {
    return PyErr_Format(PyExc_ValueError, "unknown operation: %R", name);
  }
  PyObject* path = nullptr;
  if (PyUnicode_FSDecoder(target, &path) == 0) return nullptr;
  const PyRef text = PyRef::Steal(path);
  std::string storage;
  const std::string plain(FsPathView(text.get(), &storage).value_or(""));

  Verdict verdict = kAllowed;
  if ((ActivePolicy::Mask() & operation->when) != 0) {
    verdict = operation->ask(ActivePolicy::Get(), plain, text.get());
    if (PyErr_Occurred() != nullptr) return nullptr;
  }
  if (verdict == kAllowed) return Py_BuildValue("(OO)", Py_True, Py_None);
  const PyRef reason = ToPython(Reason(*verdict));
  if (!reason) return nullptr;
  return Py_BuildValue("(OO)", GoesOn(verdict->level->policy) ? Py_True : Py_False, reason.get());
}

PyObject* Operations(PyObject* /*module*/, PyObject* /*unused*/) noexcept {
  PyRef names = PyRef::Steal(PyList_New(0));
  for (const Operation& operation : kOperations) {
    if (!names || !Append(names.get(), ToPython(operation.name))) return nullptr;
  }
  return names.Release();
}

}  // namespace hermetic::overlay
