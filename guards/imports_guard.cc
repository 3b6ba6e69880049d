#include "guards/imports_guard.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <climits>
#include <cstdlib>
#include <iterator>
#include <map>
#include <utility>

#include "guards/code_identity.h"
#include "guards/environment_rules.h"
#include "guards/filesystem_guard.h"
#include "guards/host_activity.h"
#include "guards/interpreter_guard.h"
#include "guards/loaded_modules.h"
#include "guards/py_ref.h"
#include "guards/seal_guard.h"
#include "guards/start_phase.h"
#include "guards/sys_attribute.h"

namespace hermetic {
namespace {

constexpr std::string_view kCtypes = "ctypes/__init__.py";

// Taken out of sys.modules and out of its package, of which it was an attribute.
struct HiddenModule {
  PyRef module;
  PyRef package;  // Null if there is none.
};

// By full name.
using HiddenModules = std::map<std::string, HiddenModule>;

HiddenModules& Hidden() {
  static auto& hidden = *new HiddenModules;
  return hidden;
}

// Hidden modules that a library has been given: hidden again at the next import.
bool some_are_shown = false;

// The code that wants the module: importlib's own frames left out, and those of
// ctypes, whose halves want each other.
StackFrame Importer() {
  StackFrame frame = StackFrame::Top();
  while (frame &&
         (IsImportMachinery(frame.code()) || IsStdlibFile(frame.code(), "importlib/__init__.py") ||
          IsStdlibFile(frame.code(), kCtypes))) {
    frame = frame.Back();
  }
  return frame;
}

bool ImporterIsLibrary() {
  const StackFrame importer = Importer();
  return importer && (IsStdlibCode(importer.code()) || IsInstalledCode(importer.code(), ""));
}

bool ImporterMayBeNative(const PolicyLevel& level) {
  const StackFrame importer = Importer();
  const auto& granted = level.imports.allowed_native();
  return importer && std::any_of(granted.begin(), granted.end(), [&](const std::string& package) {
           return IsInstalledCode(importer.code(), package);
         });
}

// The body of ctypes runs: it opens the interpreter itself, for pythonapi.
bool IsCtypesBody() {
  for (StackFrame frame = StackFrame::Top(); frame; frame = frame.Back()) {
    if (IsStdlibFunction(frame.code(), kCtypes, "<module>")) return true;
    if (!IsStdlibFile(frame.code(), kCtypes)) return false;
  }
  return false;
}

// What may be native code may also call it while it is imported. Not later: its
// functions call what a program gives them.
bool MayCallForeign(const PolicyLevel& level) {
  if (!ImporterMayBeNative(level)) return false;
  return IsCtypesBody() || Utf8View(Importer().code()->co_name) == "<module>";
}

Verdict RefuseImport(const PolicyLevel& level, std::string_view name) {
  const auto& denied = level.policy.deny_import;
  const bool implied = std::none_of(denied.begin(), denied.end(), [&](std::string_view module) {
    return name == module || (name.starts_with(module) && name[module.size()] == '.');
  });
  const std::string text(name);
  return Refuse(
      level, {.guard = GuardId::kImports,
              .operation = "import",
              .target = text,
              .message = "import blocked: " + text,
              .trace = "blocked import name=" + text,
              .option = implied && level.policy.no_code_exec ? "--no-code-exec" : "--deny-import",
              .raised = Raised::kImportViolation});
}

Verdict RefuseNative(const PolicyLevel& level, std::string_view name) {
  const std::string text(name);
  return Refuse(level, {.guard = GuardId::kImports,
                        .operation = "import native module",
                        .target = text,
                        .message = "native import blocked: " + text,
                        .trace = "blocked native import spec=" + text,
                        .option = "--block-native",
                        .fix = "--allow-native " + text,
                        .raised = Raised::kImportViolation});
}

Verdict Answer(const PolicyLevel& level, ImportAnswer answer, std::string_view name) {
  switch (answer) {
    case ImportAnswer::kAllowed:
      return kAllowed;
    case ImportAnswer::kDeniedToProgram:
      if (ImporterIsLibrary()) return kAllowed;
      [[fallthrough]];
    case ImportAnswer::kDenied:
      return RefuseImport(level, name);
    case ImportAnswer::kGrantedNative:
      if (ImporterMayBeNative(level)) return kAllowed;
      [[fallthrough]];
    case ImportAnswer::kDeniedNative:
      return RefuseNative(level, name);
  }
  return RefuseImport(level, name);
}

std::string Resolve(std::string_view path) {
  std::array<char, PATH_MAX> resolved;
  return realpath(std::string(path).c_str(), resolved.data()) == nullptr ? "" : resolved.data();
}

// The dotted name of a module file below `directory`, or empty.
std::string ModuleNameBelow(std::string_view path, std::string_view directory) {
  if (directory.empty() || !path.starts_with(directory) || path.size() <= directory.size() + 1 ||
      path[directory.size()] != '/') {
    return "";
  }
  std::string name(path.substr(directory.size() + 1));
  if (const size_t cache = name.find("__pycache__/"); cache != std::string::npos) {
    name.erase(cache, sizeof("__pycache__/") - 1);
  }
  const size_t slash = name.rfind('/');
  const size_t dot = name.find('.', slash == std::string::npos ? 0 : slash);
  if (dot != std::string::npos) name.resize(dot);
  constexpr std::string_view kPackageFile = "/__init__";
  if (name.ends_with(kPackageFile)) name.resize(name.size() - kPackageFile.size());
  for (char& c : name) c = c == '/' ? '.' : c;
  return name;
}

// A library that may have a hidden module gets the one that was there before.
void ShowIfHidden(std::string_view name) {
  const std::string key(name);
  const auto hidden = Hidden().find(key);
  if (hidden == Hidden().end()) return;
  const PyRef module = PyRef::Borrow(hidden->second.module.get());
  some_are_shown = true;
  const ProgramMayRun program;  // Keys of sys.modules may have methods.
  if (PyDict_SetItemString(PyImport_GetModuleDict(), key.c_str(), module.get()) < 0) PyErr_Clear();
}

// ("name", None, sys.path, sys.meta_path, sys.path_hooks) for a module that is
// not loaded yet; ("name", file, None, None, None) for a shared object.
Verdict CheckImport(const ActivePolicy& active, const Args& args) {
  const auto name = Utf8View(args[0]);
  if (!name) {
    return active.FirstRefusal(GuardId::kImports,
                               [](const PolicyLevel& level) { return RefuseImport(level, "?"); });
  }
  if (some_are_shown) HideDeniedModules();
  if (args[1] != nullptr && args[1] != Py_None) {
    std::string storage;
    const std::string_view path = FsPathView(args[1], &storage).value_or("");
    if (Verdict refusal = CheckLoadedFile(active, path)) return refusal;
    const std::string file = Resolve(path);
    return active.FirstRefusal(GuardId::kImports, [&](const PolicyLevel& level) {
      return Answer(level, level.imports.DecideExtension(*name, file), *name);
    });
  }
  if (Verdict verdict = CheckImportState(active, args); verdict != kAllowed) return verdict;
  Verdict verdict = CheckModuleName(active, *name);
  if (verdict == kAllowed && !Hidden().empty()) ShowIfHidden(*name);
  return verdict;
}

Verdict RefuseForeign(const ActivePolicy& active, std::string_view name) {
  return active.FirstRefusal(GuardId::kImports, [&](const PolicyLevel& level) -> Verdict {
    const ImportAnswer import = level.imports.DecideName("ctypes");
    if (import == ImportAnswer::kAllowed) return kAllowed;
    if (import == ImportAnswer::kGrantedNative && MayCallForeign(level)) return kAllowed;
    return Refuse(level, {.guard = GuardId::kImports,
                          .operation = "call native code with",
                          .target = std::string(name),
                          .message = "native interface blocked: " + std::string(name),
                          .trace = "blocked native import spec=" + std::string(name),
                          .option = "--block-native",
                          .fix = "--allow-native ctypes"});
  });
}

// What ctypes does once it is loaded.
Verdict CheckLoadLibrary(const ActivePolicy& active, const Args& args) {
  if (Verdict refusal = RefuseForeign(active, "ctypes.CDLL")) return refusal;
  std::string storage;
  return CheckLoadedFile(active, FsPathView(args[0], &storage).value_or(""));
}
// The interpreter's own functions and variables are a way to what guards it.
Verdict CheckFindSymbol(const ActivePolicy& active, const Args& args) {
  if (Verdict verdict = RefuseForeign(active, "ctypes.dlsym"); verdict != kAllowed) return verdict;
  const auto name = Utf8View(args[1]);
  const bool is_own = name && (name->starts_with("Py") || name->starts_with("_Py"));
  return is_own ? RefuseSealed(active, "ctypes on the interpreter") : kAllowed;
}
Verdict CheckCallFunction(const ActivePolicy& active, const Args& /*args*/) {
  return RefuseForeign(active, "ctypes.call_function");
}
Verdict CheckMemory(const ActivePolicy& active, const Args& /*args*/) {
  return RefuseForeign(active, "ctypes memory access");
}
Verdict CheckAddress(const ActivePolicy& active, const Args& args) {
  Verdict verdict = CheckMemory(active, args);
  return verdict != kAllowed ? std::move(verdict) : RefuseSealed(active, "ctypes on an address");
}

// A library of the interpreter's that would load a shared object of the program's.
Verdict RefuseLibrary(const ActivePolicy& active, std::string_view way) {
  return active.FirstRefusal(GuardId::kImports, [&](const PolicyLevel& level) -> Verdict {
    if (!level.imports.blocks_native()) return kAllowed;
    return Refuse(level, {.guard = GuardId::kImports,
                          .operation = "load native code by",
                          .target = std::string(way),
                          .message = "native code blocked: " + std::string(way),
                          .trace = "blocked native code way=" + std::string(way),
                          .option = "--block-native"});
  });
}

// (connection, enabled). Shared objects are loaded by name, from SQL as well.
Verdict CheckEnableSqliteExtensions(const ActivePolicy& active, const Args& args) {
  return args[1] == Py_False ? kAllowed : RefuseLibrary(active, "SQLite extension");
}
Verdict CheckLoadSqliteExtension(const ActivePolicy& active, const Args& /*args*/) {
  return RefuseLibrary(active, "SQLite extension");
}

// setconfig(option, enable=True): an extension, or a tokenizer given by its address.
Verdict CheckSqliteConfig(const ActivePolicy& active, const Args& args) {
  constexpr int kEnableTokenizer = 1004;  // SQLITE_DBCONFIG_ENABLE_...
  constexpr int kEnableLoadExtension = 1005;
  const auto option = IntValue(args[0]);
  const bool is_harmless = option && *option != kEnableTokenizer && *option != kEnableLoadExtension;
  return is_harmless || args[1] == Py_False ? kAllowed : RefuseLibrary(active, "SQLite extension");
}

// The body of a module, on its way to being run by importlib: modules in
// archives have no file of their own.
Verdict CheckExecute(const ActivePolicy& active, const Args& args) {
  PyObject* code = args[0];
  if (code == nullptr || !PyCode_Check(code)) return kAllowed;
  const StackFrame caller = StackFrame::Top();
  if (!caller || !IsImportMachinery(caller.code())) return kAllowed;
  std::string storage;
  const auto file = FsPathView(reinterpret_cast<PyCodeObject*>(code)->co_filename, &storage);
  return file ? CheckModuleFile(active, std::string(*file)) : kAllowed;
}

constexpr AuditEvent kEvents[] = {
    {"exec", CheckExecute},
    {"import", CheckImport},
    {"sqlite3.enable_load_extension", CheckEnableSqliteExtensions},
    {"sqlite3.load_extension", CheckLoadSqliteExtension},
    {"ctypes.dlopen", CheckLoadLibrary},
    {"ctypes.dlsym", CheckFindSymbol},
    {"ctypes.dlsym/handle", CheckFindSymbol},
    {"ctypes.call_function", CheckCallFunction},
    {"ctypes.cdata", CheckAddress},
    {"ctypes.cdata/buffer", CheckMemory},
    {"ctypes.addressof", CheckMemory},
    {"ctypes.string_at", CheckMemory},
    {"ctypes.wstring_at", CheckMemory},
    {"ctypes.PyObj_FromPtr", CheckAddress},
    {"ctypes.create_string_buffer", CheckMemory},
    {"ctypes.create_unicode_buffer", CheckMemory},
};

constexpr GuardedBuiltin kBuiltins[] = {
    {"_sqlite3", "Connection", "setconfig", CheckSqliteConfig},
    {"_ctypes", nullptr, "dlopen", CheckLoadLibrary},
    {"_ctypes", nullptr, "dlsym", CheckFindSymbol},
    {"_ctypes", nullptr, "call_function", CheckCallFunction},
    {"_ctypes", "CFuncPtr", "__call__", CheckCallFunction},
    {"_ctypes", "_Pointer", "__new__", CheckMemory},
    {"_ctypes", nullptr, "call_cdeclfunction", CheckCallFunction},
    {"_ctypes", nullptr, "PyObj_FromPtr", CheckMemory},
    {"_ctypes", nullptr, "Py_INCREF", CheckMemory},
    {"_ctypes", nullptr, "Py_DECREF", CheckMemory},
    {"_ctypes", nullptr, "resize", CheckMemory},
    {"_ctypes", nullptr, "addressof", CheckMemory},
};

// What is loaded of what `rules` deny, or would be if it were not hidden.
std::vector<std::string> FindDenied(const ImportRules& rules, PyObject* modules) {
  std::vector<std::string_view> roots;
  for (const std::string& name : rules.denied_names()) {
    if (PyDict_GetItemString(modules, name.c_str()) != nullptr || Hidden().contains(name)) {
      roots.emplace_back(name);
    }
  }
  std::vector<std::string> names;
  // Submodules are not loaded without their package.
  if (roots.empty()) return names;
  const auto add_if_denied = [&](std::string_view name) {
    const bool is_near = std::any_of(roots.begin(), roots.end(),
                                     [&](std::string_view root) { return name.starts_with(root); });
    if (is_near && rules.DecideName(name) != ImportAnswer::kAllowed) names.emplace_back(name);
  };
  for (const auto& [name, hidden] : Hidden()) add_if_denied(name);
  PyObject* key = nullptr;
  PyObject* module = nullptr;
  Py_ssize_t position = 0;
  while (PyDict_Next(modules, &position, &key, &module) != 0) {
    add_if_denied(Utf8View(key).value_or(""));
  }
  // A package before what is in it, which then needs not be taken out of it.
  std::sort(names.begin(), names.end());
  return names;
}

// The same, found again as long as sys.modules stays as it is: blocks with the same
// rules are entered over and over.
const std::vector<std::string>& LoadedDenied(const ImportRules& rules, PyObject* modules) {
  static auto& found = *new std::map<ImportRules, std::vector<std::string>>;
  static uint64_t state = 0;
  constexpr size_t kMaxRules = 64;
  const uint64_t state_now = LoadedModules::State();
  if (std::exchange(state, state_now) != state_now || found.size() == kMaxRules) found.clear();
  const auto known = found.find(rules);
  if (known != found.end()) return known->second;
  return found.emplace(rules, FindDenied(rules, modules)).first->second;
}

std::string LastPart(const std::string& name) { return name.substr(name.rfind('.') + 1); }

// `from package import module` asks the package before it asks sys.modules. Answers
// with the package, or null if it has no such attribute.
PyRef TakeFromPackage(PyObject* modules, const std::string& name, PyObject* module) {
  const size_t dot = name.rfind('.');
  if (dot == std::string::npos) return {};
  PyRef package = PyRef::Borrow(PyDict_GetItemString(modules, name.substr(0, dot).c_str()));
  const PyRef attribute = PyRef::Steal(PyUnicode_FromString(LastPart(name).c_str()));
  if (!attribute || !package || !PyModule_Check(package.get())) return {};
  PyObject* const attributes = PyModule_GetDict(package.get());
  if (PyDict_GetItem(attributes, attribute.get()) != module) return {};
  if (PyDict_DelItem(attributes, attribute.get()) < 0) PyErr_Clear();
  return package;
}

void Hide(PyObject* modules, const std::string& name) {
  const PyRef key = PyRef::Steal(PyUnicode_FromString(name.c_str()));
  PyRef module = PyRef::Borrow(key ? PyDict_GetItemWithError(modules, key.get()) : nullptr);
  PyErr_Clear();
  if (!module) return;  // Hidden already.
  {
    const LoadedModules::OwnChange change;
    if (PyDict_DelItem(modules, key.get()) < 0) PyErr_Clear();
  }
  PyRef package = TakeFromPackage(modules, name, module.get());
  Hidden()[name] = {std::move(module), std::move(package)};
}

void SetIfAbsent(PyObject* dict, PyObject* key, PyObject* value) {
  if (PyDict_SetDefault(dict, key, value) == nullptr) PyErr_Clear();
}

void Restore(PyObject* modules, const std::string& name, const HiddenModule& hidden) {
  const PyRef key = PyRef::Steal(PyUnicode_FromString(name.c_str()));
  const PyRef attribute = PyRef::Steal(PyUnicode_FromString(LastPart(name).c_str()));
  if (!key || !attribute) return PyErr_Clear();
  {
    const LoadedModules::OwnChange change;
    SetIfAbsent(modules, key.get(), hidden.module.get());
  }
  if (!hidden.package) return;
  SetIfAbsent(PyModule_GetDict(hidden.package.get()), attribute.get(), hidden.module.get());
}

}  // namespace

const Guard kImportsGuard = {kAnyPolicy, kEvents, kBuiltins};

std::string ArchiveOf(std::string path) {
  while (path.find('/') != std::string::npos) {
    path.resize(path.rfind('/'));
    struct stat status;
    if (stat(path.c_str(), &status) == 0) return S_ISREG(status.st_mode) ? path : "";
  }
  return "";
}

Verdict CheckModuleName(const ActivePolicy& active, std::string_view name) {
  // The interpreter cannot start without some modules; the program does not
  // get to see them (HideDeniedModules).
  if (!StartPhase::IsOver() && (!StackFrame::Top() || ImporterIsLibrary())) return kAllowed;
  return active.FirstRefusal(GuardId::kImports, [&](const PolicyLevel& level) {
    return Answer(level, level.imports.DecideName(name), name);
  });
}

Verdict CheckLibraryVariable(const ActivePolicy& active, std::string_view name) {
  return NamesSharedObjects(name) ? RefuseLibrary(active, name) : kAllowed;
}

Verdict CheckModuleFile(const ActivePolicy& active, const std::string& path) {
  const OwnFiles ours;
  const std::string resolved = Resolve(path);
  if (const std::string name = ModuleNameBelow(path, ArchiveOf(path)); !name.empty()) {
    if (Verdict verdict = CheckModuleName(active, name); verdict != kAllowed) return verdict;
  }
  PyObject* roots = SysAttribute("path");
  const Py_ssize_t count = roots != nullptr && PyList_Check(roots) ? PyList_GET_SIZE(roots) : 0;
  for (Py_ssize_t i = -1; i < count; ++i) {
    std::string storage;
    const std::string_view root =
        i < 0 ? InterpreterStdlib() : FsPathView(PyList_GET_ITEM(roots, i), &storage).value_or("");
    for (const std::string_view file : {std::string_view(path), std::string_view(resolved)}) {
      const std::string name = ModuleNameBelow(file, root);
      if (name.empty()) continue;
      if (Verdict verdict = CheckModuleName(active, name); verdict != kAllowed) return verdict;
    }
  }
  return kAllowed;
}

void HideDeniedModules() {
  PyObject* modules = PyImport_GetModuleDict();
  // Keys of sys.modules may have methods: code of the program, which can change
  // the levels.
  const ProgramMayRun program;
  const std::vector<LevelRef> levels = ActivePolicy::Get().levels();
  for (const LevelRef& level : levels) {
    // A copy, for the same reason.
    const std::vector<std::string> names = LoadedDenied(level->imports, modules);
    for (const std::string& name : names) Hide(modules, name);
  }
  some_are_shown = false;
}

void RestoreAllowedModules() {
  PyObject* modules = PyImport_GetModuleDict();
  const ProgramMayRun program;  // As above.
  const std::vector<LevelRef> levels = ActivePolicy::Get().levels();
  const auto is_denied = [&](std::string_view name) {
    return std::any_of(levels.begin(), levels.end(), [&](const LevelRef& level) {
      return level->imports.DecideName(name) != ImportAnswer::kAllowed;
    });
  };
  HiddenModules to_restore;
  for (auto hidden = Hidden().begin(); hidden != Hidden().end();) {
    const auto next = std::next(hidden);
    if (!is_denied(hidden->first)) to_restore.insert(Hidden().extract(hidden));
    hidden = next;
  }
  for (const auto& [name, hidden] : to_restore) Restore(modules, name, hidden);
}

}  // namespace hermetic
