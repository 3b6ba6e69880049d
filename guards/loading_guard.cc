#include "guards/loading_guard.h"

#include <unistd.h>

#include "guards/builtin_guards.h"
#include "guards/call_redirection.h"
#include "guards/code_exec_guard.h"
#include "guards/code_identity.h"
#include "guards/enforcement.h"
#include "guards/environment_guard.h"
#include "guards/file_gate.h"
#include "guards/host_activity.h"
#include "guards/import_roots.h"
#include "guards/imports_guard.h"
#include "guards/interpreter_guard.h"
#include "guards/py_ref.h"

namespace hermetic {
namespace {

thread_local std::string last_opened_code;

// The name a module was defined by in C, which no spec can change.
std::string DefinedName(PyObject* module) {
  if (module == nullptr || !PyModule_Check(module)) return "";
  const PyModuleDef* definition = PyModule_GetDef(module);
  if (definition != nullptr && definition->m_name != nullptr) return definition->m_name;
  PyErr_Clear();
  const char* name = PyModule_GetName(module);
  if (name == nullptr) PyErr_Clear();
  return name == nullptr ? "" : name;
}

bool GuardNewModule(PyObject* module) {
  const std::string name = DefinedName(module);
  absl::Status status = RedirectCalls();
  if (status.ok()) status = GuardModule(module, name);
  if (status.ok() && name == "posix") status = GuardEnvironmentOf(module);
  if (status.ok()) return true;
  PyErr_SetString(PyExc_ImportError, std::string(status.message()).c_str());
  return false;
}

// _imp.create_builtin, _imp.create_dynamic: decided on what came out, since the
// spec that went in is a Python object of the caller's making.
// What a library reads as it is loaded (OpenSSL its configuration) it does without.
PyObject* AroundCreate(const ActivePolicy& active, const GuardedCall& call) {
  PyRef module = PyRef::Steal(RaiseRefusalOfLibrary(active, call));
  if (!module || !PyModule_Check(module.get())) return module.Release();
  Verdict verdict = CheckModuleName(active, DefinedName(module.get()));
  if (verdict != kAllowed && Enforce(std::move(verdict)) < 0) return nullptr;
  if (!GuardNewModule(module.get())) return nullptr;
  return module.Release();
}

// _imp.exec_builtin, _imp.exec_dynamic: the module's types appear here.
PyObject* AroundExecute(const ActivePolicy& active, const GuardedCall& call) {
  PyRef result = PyRef::Steal(RaiseRefusalOfLibrary(active, call));
  if (result && !GuardNewModule(call.args()[0])) return nullptr;
  return result.Release();
}

// With data of the caller's own this would unmarshal code.
Verdict CheckFrozen(const ActivePolicy& active, const Args& args) {
  if (TakeExpectedCode()) return kAllowed;
  const auto name = Utf8View(args.Get(0, "name"));
  if (!name) return kAllowed;  // A TypeError.
  if (Verdict verdict = CheckModuleName(active, *name); verdict != kAllowed) return verdict;
  PyObject* data = args.Get(1, "data");
  return data == nullptr || data == Py_None ? kAllowed : RefuseDynamicCode(active, "code");
}

// The source whose bytecode importlib keeps beside it, or below sys.pycache_prefix.
std::string SourceOf(std::string_view bytecode) {
  constexpr std::string_view kCache = "/__pycache__";
  const size_t slash = bytecode.rfind('/');
  if (slash == std::string_view::npos) return "";
  std::string_view directory = bytecode.substr(0, slash);
  const std::string_view file = bytecode.substr(slash + 1);
  const std::string prefix = PycachePrefix();
  if (directory.ends_with(kCache)) {
    directory.remove_suffix(kCache.size());
  } else if (!prefix.empty() && directory.starts_with(prefix)) {
    directory.remove_prefix(prefix.size());
  } else {
    return "";
  }
  return std::string(directory) + "/" + std::string(file.substr(0, file.find('.'))) + ".py";
}

// importlib has a source to fall back to.
bool HasSource(const std::string& bytecode) {
  const std::string source = SourceOf(bytecode);
  const OwnFiles ours;
  return !source.empty() && access(source.c_str(), F_OK) == 0;
}

// Under --no-code-exec, bytecode that is newer than the process is as good as
// none: importlib then compiles the source, which is looked at.
bool IsBytecodeRefused(const std::string& path) {
  const OwnFiles ours;
  return (ActivePolicy::Mask() & MaskOf(GuardId::kCodeExec)) != 0 && path.ends_with(".pyc") &&
         !IsUsableBytecode(path);
}

PyObject* AroundOpenCode(const ActivePolicy& active, const GuardedCall& call) {
  std::string storage;
  const std::string path(FsPathView(call.args().Get(0, "path"), &storage).value_or(""));
  // importlib.import_module raises no event of its own.
  Verdict verdict = CheckImportState(active);
  if (verdict != kAllowed && Enforce(std::move(verdict)) < 0) return nullptr;
  verdict = CheckModuleFile(active, path);
  if (verdict != kAllowed && Enforce(std::move(verdict)) < 0) return nullptr;
  last_opened_code = path;
  if (IsBytecodeRefused(path)) {
    verdict = HasSource(path) ? kAllowed : RefuseDynamicCode(active, "bytecode");
    if (verdict != kAllowed && Enforce(std::move(verdict)) < 0) return nullptr;
    PyErr_SetString(PyExc_FileNotFoundError, "bytecode newer than this process");
    return nullptr;
  }
  return call.Original();
}

constexpr GuardedBuiltin kBuiltins[] = {
    {"_imp", nullptr, "create_builtin", nullptr, AroundCreate},
    {"_imp", nullptr, "create_dynamic", nullptr, AroundCreate},
    {"_imp", nullptr, "exec_builtin", nullptr, AroundExecute},
    {"_imp", nullptr, "exec_dynamic", nullptr, AroundExecute},
    {"_imp", nullptr, "get_frozen_object", CheckFrozen},
    {"_imp", nullptr, "init_frozen", CheckFrozen},
    {"_imp", nullptr, "find_frozen", CheckFrozen},
    {"_io", nullptr, "open_code", nullptr, AroundOpenCode},
};

}  // namespace

const Guard kLoadingGuard = {kAnyPolicy, {}, kBuiltins};

const std::string& LastOpenedCode() { return last_opened_code; }

}  // namespace hermetic
