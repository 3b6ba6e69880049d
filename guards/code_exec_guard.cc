#include "guards/code_exec_guard.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include "guards/code_generators.h"
#include "guards/code_identity.h"
#include "guards/enforcement.h"
#include "guards/generated_code.h"
#include "guards/import_roots.h"
#include "guards/loading_guard.h"
#include "guards/py_ref.h"
#include "guards/start_phase.h"

namespace hermetic {
namespace {

constexpr int kOnlyAst = 0x400;  // PyCF_ONLY_AST

// The builtin that is about to compile has been checked; its own `compile`
// event, which comes before anything else, takes this away.
thread_local bool compile_is_checked = false;

Verdict RefuseCode(const ActivePolicy& active, std::string_view what, std::string_view trace_name) {
  return active.FirstRefusal(GuardId::kCodeExec, [&](const PolicyLevel& level) {
    return Refuse(level, {.guard = GuardId::kCodeExec,
                          .operation = "run dynamic code with",
                          .target = std::string(what),
                          .message = "dynamic code execution disabled: " + std::string(what),
                          .trace = "blocked " + std::string(trace_name),
                          .option = "--no-code-exec",
                          .fix = "--allow-code-exec PACKAGE"});
  });
}

Verdict RefuseCode(const ActivePolicy& active, std::string_view what) {
  return RefuseCode(active, what, what);
}

bool IsGrantedPackage(const ActivePolicy& active, PyCodeObject* code) {
  return std::all_of(active.levels().begin(), active.levels().end(), [&](const LevelRef& level) {
    if ((level->guards & MaskOf(GuardId::kCodeExec)) == 0) return true;
    const auto& packages = level->policy.allow_code_exec;
    return std::any_of(packages.begin(), packages.end(),
                       [&](const std::string& name) { return IsInstalledCode(code, name); });
  });
}

// The parser decodes these by itself; for any other encoding it would ask a
// codec, which a program can replace.
bool IsDecodedByUs(PyObject* source) {
  const std::string_view text(PyBytes_AS_STRING(source),
                              static_cast<size_t>(PyBytes_GET_SIZE(source)));
  const std::string_view encoding = DeclaredEncoding(text);
  constexpr std::string_view kOurs[] = {"", "utf-8", "utf8", "latin-1", "iso-8859-1", "ascii"};
  return std::find(std::begin(kOurs), std::end(kOurs), encoding) != std::end(kOurs);
}

// The package itself, or the standard library on its behalf (typing evaluates
// the annotations that pydantic reads).
bool IsAskedByGrantedPackage(const ActivePolicy& active, const StackFrame& caller) {
  if (IsGrantedPackage(active, caller.code())) return true;
  if (!IsStdlibCode(caller.code())) return false;
  for (StackFrame frame = caller.Back(); frame; frame = frame.Back()) {
    if (!IsStdlibCode(frame.code())) return IsGrantedPackage(active, frame.code());
  }
  return false;
}

// `text` is what the file `name` holds, and imports may use that file.
bool IsSourceFile(PyObject* text, PyObject* name) {
  std::string storage;
  const auto path = FsPathView(name, &storage);
  if (!path || text == nullptr || !PyBytes_CheckExact(text)) return false;
  if (!IsImportableFile(std::string(*path)) || !IsDecodedByUs(text)) return false;
  std::ifstream in(std::string(*path), std::ios::binary);
  const std::string content((std::istreambuf_iterator<char>(in)), {});
  return in && content == std::string_view(PyBytes_AS_STRING(text),
                                           static_cast<size_t>(PyBytes_GET_SIZE(text)));
}

// A zip on the import path gives its source by zipimport, not by a file.
bool IsArchiveMember(PyCodeObject* caller, PyObject* name) {
  std::string storage;
  const auto path = FsPathView(name, &storage);
  if (!path || !IsStdlibFunction(caller, "zipimport.py", "_compile_source")) return false;
  const size_t end = path->find(".zip/");
  return IsImportableFile(std::string(end == std::string_view::npos
                                          ? path->substr(0, path->rfind('/'))
                                          : path->substr(0, end + 4)));
}

// `python3 -m module`, which runpy carries out with nothing below it.
bool IsOurRunOfModule(const StackFrame& caller) {
  StackFrame frame = caller.Back();
  if (!frame || !IsStdlibFunction(frame.code(), "runpy.py", "_run_module_as_main")) return false;
  return !frame.Back();
}

// A line of a .pth file, which is text by its nature; what it runs may be text
// again. Such files are installed before the process begins, like modules.
bool IsPthLine(const StackFrame& caller) {
  if (StartPhase::IsOver()) return false;
  if (IsStdlibFunction(caller.code(), "site.py", "addpackage")) return true;
  for (StackFrame frame = caller.Back(); frame; frame = frame.Back()) {
    if (IsStdlibFunction(frame.code(), "site.py", "addpackage")) return true;
  }
  return false;
}

// Which of runpy's functions the program called, or empty.
std::string_view RunpyFunction(const StackFrame& caller) {
  for (StackFrame frame = caller.Back(); frame; frame = frame.Back()) {
    if (IsStdlibFunction(frame.code(), "runpy.py", "run_path")) return "run_path";
    if (IsStdlibFunction(frame.code(), "runpy.py", "run_module")) return "run_module";
  }
  return "";
}

// May `source` (text, or a code object) be compiled or run by the Python code
// that called the builtin?
Verdict CheckDynamicCode(const ActivePolicy& active, std::string_view builtin, PyObject* source,
                         PyObject* file_name) {
  const StackFrame caller = StackFrame::Top();
  if (!caller) return RefuseCode(active, builtin);  // A thread or atexit called it directly.
  const bool is_code = source != nullptr && PyCode_Check(source);
  if (IsImportMachinery(caller.code())) {
    if (is_code || IsSourceFile(source, file_name) || IsArchiveMember(caller.code(), file_name)) {
      return kAllowed;
    }
    return RefuseCode(active, builtin);
  }
  if (is_code && IsStdlibFunction(caller.code(), "runpy.py", "_run_code") &&
      IsOurRunOfModule(caller)) {
    return kAllowed;
  }
  if (IsPthLine(caller)) return kAllowed;
  if (IsKnownGenerator(caller.code(), is_code ? nullptr : source)) return kAllowed;
  if (IsAskedByGrantedPackage(active, caller)) return kAllowed;
  if (const std::string_view name = RunpyFunction(caller); !name.empty()) {
    return RefuseCode(active, name, name == "run_path" ? "runpy.run_path" : "runpy.run_module");
  }
  return RefuseCode(active, builtin);
}

PyObject* CallChecked(Verdict verdict, const GuardedCall& call) {
  if (verdict != kAllowed && Enforce(std::move(verdict)) < 0) return nullptr;
  compile_is_checked = true;
  PyObject* result = call.Original();
  compile_is_checked = false;
  return result;
}

PyObject* AroundEval(const ActivePolicy& active, const GuardedCall& call) {
  return CallChecked(CheckDynamicCode(active, "eval", call.args()[0], nullptr), call);
}

PyObject* AroundExec(const ActivePolicy& active, const GuardedCall& call) {
  return CallChecked(CheckDynamicCode(active, "exec", call.args()[0], nullptr), call);
}

PyObject* AroundCompile(const ActivePolicy& active, const GuardedCall& call) {
  const Args& args = call.args();
  PyObject* flags = args.Get(3, "flags");
  if (flags != nullptr && PyLong_CheckExact(flags) &&
      (IntValue(flags).value_or(0) & kOnlyAst) != 0) {
    return CallChecked(kAllowed, call);  // A syntax tree is data.
  }
  return CallChecked(
      CheckDynamicCode(active, "compile", args.Get(0, "source"), args.Get(1, "filename")), call);
}

PyObject* AroundSymtable(const ActivePolicy& /*active*/, const GuardedCall& call) {
  return CallChecked(kAllowed, call);  // Tables of names, no code.
}

// Compiled by no guarded builtin: by the host, which has no Python frame, or
// by C code that a program called.
Verdict CheckCompile(const ActivePolicy& active, const Args& /*args*/) {
  if (std::exchange(compile_is_checked, false)) return kAllowed;
  return StackFrame::Top() ? RefuseCode(active, "compile") : kAllowed;
}

// types.coroutine sets one flag of a function's code.
bool MayRemakeCode(const ActivePolicy& active) {
  const StackFrame caller = StackFrame::Top();
  return caller && (IsStdlibFunction(caller.code(), "types.py", "coroutine") ||
                    IsGrantedPackage(active, caller.code()));
}

Verdict CheckNewCode(const ActivePolicy& active, const Args& /*args*/) {
  return MayRemakeCode(active) ? kAllowed : RefuseCode(active, "code");
}

Verdict CheckSetAttribute(const ActivePolicy& active, const Args& args) {
  const auto name = Utf8View(args[1]);
  if (name && *name != "__code__") return kAllowed;
  return name && MayRemakeCode(active) ? kAllowed : RefuseCode(active, "__code__");
}

Verdict CheckFindClass(const ActivePolicy& active, const Args& /*args*/) {
  return RefuseCode(active, "pickle");
}

bool IsLastOpenedBytecode(PyObject* data) {
  if (data == nullptr || PyObject_CheckBuffer(data) == 0) return false;
  Py_buffer view;
  if (PyObject_GetBuffer(data, &view, PyBUF_SIMPLE) < 0) {
    PyErr_Clear();
    return false;
  }
  const std::string given(static_cast<const char*>(view.buf), static_cast<size_t>(view.len));
  PyBuffer_Release(&view);
  std::ifstream in(LastOpenedCode(), std::ios::binary);
  const std::string content((std::istreambuf_iterator<char>(in)), {});
  constexpr size_t kHeader = 16;
  return content.size() > kHeader && std::string_view(content).substr(kHeader) == given;
}

Verdict CheckMarshalLoads(const ActivePolicy& active, const Args& args) {
  const StackFrame caller = StackFrame::Top();
  if (caller && IsImportMachinery(caller.code())) {
    PyObject* data = args[0];
    // Only buffers of C types: no code of the program runs while we look.
    if (data != nullptr && (PyMemoryView_Check(data) || PyBytes_CheckExact(data)) &&
        (IsLastOpenedBytecode(data))) {
      return kAllowed;
    }
  }
  return RefuseCode(active, "marshal");
}

Verdict CheckMarshalLoad(const ActivePolicy& active, const Args& /*args*/) {
  return RefuseCode(active, "marshal");
}

Verdict CheckFileNameOfCode(const ActivePolicy& active, const Args& /*args*/) {
  const StackFrame caller = StackFrame::Top();
  return caller && IsImportMachinery(caller.code()) ? kAllowed : RefuseCode(active, "code");
}

constexpr AuditEvent kEvents[] = {
    {"compile", CheckCompile},
    {"code.__new__", CheckNewCode},
    {"object.__setattr__", CheckSetAttribute},
    {"pickle.find_class", CheckFindClass},
};

constexpr GuardedBuiltin kBuiltins[] = {
    {"builtins", nullptr, "eval", nullptr, AroundEval},
    {"builtins", nullptr, "exec", nullptr, AroundExec},
    {"builtins", nullptr, "compile", nullptr, AroundCompile},
    {"_symtable", nullptr, "symtable", nullptr, AroundSymtable},
    {"marshal", nullptr, "loads", CheckMarshalLoads},
    {"marshal", nullptr, "load", CheckMarshalLoad},
    {"_imp", nullptr, "_fix_co_filename", CheckFileNameOfCode},
};

}  // namespace

Verdict RefuseDynamicCode(const ActivePolicy& active, std::string_view what) {
  return RefuseCode(active, what);
}

const Guard kCodeExecGuard = {MaskOf(GuardId::kCodeExec), kEvents, kBuiltins};

}  // namespace hermetic
