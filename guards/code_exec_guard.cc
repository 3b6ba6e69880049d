#include "guards/code_exec_guard.h"

#include <algorithm>
#include <string>

#include "guards/archive_member.h"
#include "guards/code_generators.h"
#include "guards/code_identity.h"
#include "guards/enforcement.h"
#include "guards/generated_code.h"
#include "guards/host_activity.h"
#include "guards/import_roots.h"
#include "guards/imports_guard.h"
#include "guards/loading_guard.h"
#include "guards/py_ref.h"
#include "guards/start_phase.h"
#include "guards/unseen_changes.h"

namespace hermetic {
namespace {

constexpr int kOnlyAst = 0x400;  // PyCF_ONLY_AST

// The builtin that is about to compile has been checked; its own `compile`
// event, which comes before anything else, takes this away.
thread_local bool compile_is_checked = false;
// The same for code.replace and the event code.__new__.
thread_local bool new_code_is_checked = false;

// The target is a module, and has not been run yet.
bool run_of_module_is_expected = false;

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
  return !active.FirstRefusal(GuardId::kCodeExec, [&](const PolicyLevel& level) {
    const auto& packages = level.policy.allow_code_exec;
    return std::none_of(packages.begin(), packages.end(),
                        [&](const std::string& name) { return IsInstalledCode(code, name); });
  });
}

std::string_view BytesOf(PyObject* bytes) {
  return {PyBytes_AS_STRING(bytes), static_cast<size_t>(PyBytes_GET_SIZE(bytes))};
}

// The parser decodes these by itself; for any other encoding it would ask a
// codec, which a program can replace.
bool IsDecodedByUs(PyObject* source) {
  const std::string_view encoding = DeclaredEncoding(BytesOf(source));
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

// `text` is what the module file `name` holds, and imports may use that file.
bool IsSourceFile(PyObject* text, const std::string& name) {
  return name.ends_with(".py") && ReadImportableFile(name) == BytesOf(text);
}

// zipimport ends all lines in one way.
std::string NormalizeLineEnds(std::string_view text) {
  std::string normal;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    normal.push_back(text[i] == '\r' ? '\n' : text[i]);
  }
  return normal;
}

// The same for "app.zip/package/module.py", which lies in an archive.
bool IsArchiveMember(PyObject* text, const std::string& name) {
  const std::string archive = ArchiveOf(name);
  const auto bytes = archive.empty() ? std::nullopt : ReadImportableFile(archive);
  const auto member =
      bytes ? ReadArchiveMember(*bytes, std::string_view(name).substr(archive.size() + 1))
            : std::nullopt;
  return member && NormalizeLineEnds(*member) == BytesOf(text);
}

bool IsModuleText(PyObject* text, PyObject* name) {
  std::string storage;
  const auto path = FsPathView(name, &storage);
  if (!path || text == nullptr || !PyBytes_CheckExact(text) || !IsDecodedByUs(text)) return false;
  const std::string file(*path);
  return IsSourceFile(text, file) || IsArchiveMember(text, file);
}

// `python3 -m module`, which runpy carries out once, with nothing below it.
bool IsOurRunOfModule(const StackFrame& caller) {
  const StackFrame frame = caller.Back();
  if (!frame || !IsStdlibFunction(frame.code(), "runpy.py", "_run_module_as_main")) return false;
  return !frame.Back() && std::exchange(run_of_module_is_expected, false);
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
  const OwnFiles ours;  // Whose code it is, and what its file holds.
  const StackFrame caller = StackFrame::Top();
  if (!caller) return RefuseCode(active, builtin);  // A thread or atexit called it directly.
  const bool is_code = source != nullptr && PyCode_Check(source);
  if (IsImportMachinery(caller.code())) {
    return is_code || IsModuleText(source, file_name) ? kAllowed : RefuseCode(active, builtin);
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
  PyObject* source = call.args()[0];
  compile_is_checked = source == nullptr || !PyCode_Check(source);
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

// Who called the function of C that displays an exception: for the carets below it
// parses a line of source, and makes no code of it.
thread_local const StackFrame* displaying = nullptr;

PyObject* AroundDisplay(const ActivePolicy& /*active*/, const GuardedCall& call) {
  const StackFrame caller = StackFrame::Top();
  const StackFrame* const outer = std::exchange(displaying, &caller);
  PyObject* result = call.Original();
  displaying = outer;
  return result;
}

// Compiled by no guarded builtin: by the host, which has no Python frame, or
// by C code that a program called.
Verdict CheckCompile(const ActivePolicy& active, const Args& /*args*/) {
  if (std::exchange(compile_is_checked, false) || TakeExpectedCode()) return kAllowed;
  const StackFrame top = StackFrame::Top();
  const bool is_displaying = displaying != nullptr && top == *displaying;
  return top && !is_displaying ? RefuseCode(active, "compile") : kAllowed;
}

bool IsCalledByGrantedPackage(const ActivePolicy& active) {
  const StackFrame caller = StackFrame::Top();
  return caller && IsGrantedPackage(active, caller.code());
}

// types.coroutine sets this one flag of a generator's code.
bool OnlyMakesAwaitable(const Args& args) {
  const PyObject* self = args.self();
  const auto flags = IntValue(args.Get(0, "co_flags"));
  if (args.size() != 0 || args.keyword_count() != 1 || !flags || !PyCode_Check(self)) return false;
  const int own = reinterpret_cast<const PyCodeObject*>(self)->co_flags;
  return (own & CO_GENERATOR) != 0 && *flags == (own | CO_ITERABLE_COROUTINE);
}

PyObject* AroundReplace(const ActivePolicy& /*active*/, const GuardedCall& call) {
  new_code_is_checked = OnlyMakesAwaitable(call.args());
  PyObject* result = call.Original();
  new_code_is_checked = false;
  return result;
}

Verdict CheckNewCode(const ActivePolicy& active, const Args& /*args*/) {
  if (std::exchange(new_code_is_checked, false) || IsCalledByGrantedPackage(active)) {
    return kAllowed;
  }
  return RefuseCode(active, "code");
}

Verdict CheckSetAttribute(const ActivePolicy& active, const Args& args) {
  const auto name = Utf8View(args[1]);
  if (name && *name != "__code__") return kAllowed;
  const StackFrame caller = StackFrame::Top();
  if (caller && IsStdlibFunction(caller.code(), "types.py", "coroutine")) return kAllowed;
  return name && IsCalledByGrantedPackage(active) ? kAllowed : RefuseCode(active, "__code__");
}

// (fileno, length, access, offset): access 1 reads, 3 copies on write.
Verdict NoteMapping(const ActivePolicy& /*active*/, const Args& args) {
  const auto fd = IntValue(args[0]);
  const auto access = IntValue(args[2]);
  if (fd && access != 1 && access != 3) NoteWritableMapping(static_cast<int>(*fd));
  return kAllowed;
}

// When the program has ended, Python looks whether it is to read commands.
Verdict CheckPutVariable(const ActivePolicy& active, const Args& args) {
  std::string storage;
  const auto name = FsPathView(args[0], &storage);
  return name == "PYTHONINSPECT" ? RefuseCode(active, "PYTHONINSPECT") : kAllowed;
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
  const std::string& path = LastOpenedCode();
  const auto content = path.ends_with(".pyc") ? ReadImportableFile(path) : std::nullopt;
  constexpr size_t kHeader = 16;
  return content && content->size() > kHeader &&
         content->compare(kHeader, std::string::npos, given) == 0;
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
    {"mmap.__new__", NoteMapping},
};

constexpr GuardedBuiltin kBuiltins[] = {
    {"builtins", nullptr, "eval", nullptr, AroundEval},
    {"builtins", nullptr, "exec", nullptr, AroundExec},
    {"builtins", nullptr, "compile", nullptr, AroundCompile},
    {"builtins", "code", "replace", nullptr, AroundReplace},
    {"sys", nullptr, "excepthook", nullptr, AroundDisplay},
    {"sys", nullptr, "unraisablehook", nullptr, AroundDisplay},
    {"_thread", nullptr, "_excepthook", nullptr, AroundDisplay},
    {"_symtable", nullptr, "symtable", nullptr, AroundSymtable},
    {"marshal", nullptr, "loads", CheckMarshalLoads},
    {"marshal", nullptr, "load", CheckMarshalLoad},
    {"_imp", nullptr, "_fix_co_filename", CheckFileNameOfCode},
    {"posix", nullptr, "putenv", CheckPutVariable},
};

}  // namespace

Verdict RefuseDynamicCode(const ActivePolicy& active, std::string_view what) {
  return RefuseCode(active, what);
}

void ExpectRunOfModule() { run_of_module_is_expected = true; }

const Guard kCodeExecGuard = {MaskOf(GuardId::kCodeExec), kEvents, kBuiltins};

}  // namespace hermetic
