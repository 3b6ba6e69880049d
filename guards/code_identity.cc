#include "guards/code_identity.h"

#include <marshal.h>
#include <sys/stat.h>

#include <array>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "guards/args.h"
#include "guards/host_activity.h"
#include "guards/import_rules.h"
#include "guards/process_start.h"
#include "guards/python_compat.h"
#include "guards/sys_attribute.h"

namespace hermetic {
namespace {

constexpr std::string_view kFrozenPrefix = "<frozen ";

thread_local bool code_is_expected = false;

// Around the one call by which we have code made. Audit hooks of the program
// hear of it, and see the same guards as ever.
class ExpectedCode {
 public:
  ExpectedCode() { code_is_expected = true; }
  ~ExpectedCode() { code_is_expected = false; }
  ExpectedCode(const ExpectedCode&) = delete;
  ExpectedCode& operator=(const ExpectedCode&) = delete;

 private:
  ProgramMayRun program_;
};

struct Identities {
  PyRef get_frozen_object;  // _imp.get_frozen_object, as the interpreter made it.
  std::vector<std::string> site_directories;
  // Every code object of a file, by file name.
  std::map<std::string, std::vector<PyRef>, std::less<>> genuine;
  // Verified ones, kept alive so that the address stays theirs.
  std::unordered_map<PyCodeObject*, PyRef> verified;
};

Identities& State() {
  static auto& state = *new Identities;
  return state;
}

std::string_view FileOf(PyCodeObject* code, std::string* storage) {
  return FsPathView(code->co_filename, storage).value_or("");
}

// "posixpath" from "<frozen posixpath>"; empty for other names.
std::string_view FrozenName(std::string_view file) {
  if (!file.starts_with(kFrozenPrefix) || !file.ends_with('>')) return "";
  return file.substr(kFrozenPrefix.size(), file.size() - kFrozenPrefix.size() - 1);
}

// Constants are compared by value only where that cannot run anybody's code.
bool IsPlainConstant(PyObject* value) {
  return value == Py_None || value == Py_Ellipsis || PyBool_Check(value) ||
         PyUnicode_CheckExact(value) || PyBytes_CheckExact(value) || PyLong_CheckExact(value) ||
         PyFloat_CheckExact(value) || PyComplex_CheckExact(value);
}

bool IsPlainSet(PyObject* value) {
  if (!PyFrozenSet_CheckExact(value)) return false;
  const PyRef items = PyRef::Steal(PySequence_List(value));
  if (!items) return false;
  for (Py_ssize_t i = 0; i < PyList_GET_SIZE(items.get()); ++i) {
    if (!IsPlainConstant(PyList_GET_ITEM(items.get(), i))) return false;
  }
  return true;
}

bool SameConstant(PyObject* a, PyObject* b) {
  if (a == b) return true;
  if (!Py_IS_TYPE(a, Py_TYPE(b))) return false;
  if (PyCode_Check(a)) {
    return IsSameCode(reinterpret_cast<PyCodeObject*>(a), reinterpret_cast<PyCodeObject*>(b));
  }
  if (PyTuple_CheckExact(a)) {
    if (PyTuple_GET_SIZE(a) != PyTuple_GET_SIZE(b)) return false;
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(a); ++i) {
      if (!SameConstant(PyTuple_GET_ITEM(a, i), PyTuple_GET_ITEM(b, i))) return false;
    }
    return true;
  }
  if ((IsPlainConstant(a) && IsPlainConstant(b)) || (IsPlainSet(a) && IsPlainSet(b))) {
    const int same = PyObject_RichCompareBool(a, b, Py_EQ);
    if (same < 0) PyErr_Clear();
    return same == 1;
  }
  return false;
}

std::optional<std::string> ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string text;
  std::array<char, 1 << 16> piece;
  while (in.read(piece.data(), piece.size()) || in.gcount() > 0) {
    text.append(piece.data(), static_cast<size_t>(in.gcount()));
  }
  return in.bad() ? std::nullopt : std::optional(std::move(text));  // A directory opens as well.
}

uint32_t LittleEndian(std::string_view bytes, size_t at) {
  uint32_t value = 0;
  for (size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

std::string CachePath(std::string_view source, int optimize) {
  const size_t slash = source.rfind('/');
  const std::string_view stem = source.substr(slash + 1, source.rfind('.') - slash - 1);
  std::string path(source.substr(0, slash));
  path += "/__pycache__/";
  path += stem;
  path += ".cpython-" + std::to_string(PY_MAJOR_VERSION) + std::to_string(PY_MINOR_VERSION);
  if (optimize > 0) path += ".opt-" + std::to_string(optimize);
  return path + ".pyc";
}

// The module's code from its .pyc if that is current (PEP 552), else compiled.
PyRef LoadModuleCode(const std::string& source) {
  const int optimize = OptimizeLevel();
  struct stat status;
  if (stat(source.c_str(), &status) != 0 || ChangedSinceStart(source.c_str())) return {};
  const std::string cache = CachePath(source, optimize);
  const auto cached = ReadFile(cache);
  if (cached && !ChangedSinceStart(cache.c_str()) && cached->size() > 16 &&
      LittleEndian(*cached, 0) == static_cast<uint32_t>(PyImport_GetMagicNumber()) &&
      LittleEndian(*cached, 4) == 0 &&
      LittleEndian(*cached, 8) == static_cast<uint32_t>(status.st_mtime) &&
      LittleEndian(*cached, 12) == static_cast<uint32_t>(status.st_size)) {
    return PyRef::Steal(PyMarshal_ReadObjectFromString(
        cached->data() + 16, static_cast<Py_ssize_t>(cached->size()) - 16));
  }
  const auto text = ReadFile(source);
  if (!text) return {};
  const ExpectedCode expected;
  return PyRef::Steal(
      Py_CompileStringExFlags(text->c_str(), source.c_str(), Py_file_input, nullptr, optimize));
}

PyRef LoadFrozenCode(std::string_view name) {
  if (!State().get_frozen_object) return {};
  // importlib's own two modules are frozen under other names than they bear.
  if (name == "importlib._bootstrap") name = "_frozen_importlib";
  if (name == "importlib._bootstrap_external") name = "_frozen_importlib_external";
  const PyRef text =
      PyRef::Steal(PyUnicode_FromStringAndSize(name.data(), static_cast<Py_ssize_t>(name.size())));
  if (!text) return {};
  const ExpectedCode expected;
  return PyRef::Steal(PyObject_CallOneArg(State().get_frozen_object.get(), text.get()));
}

void CollectCode(PyObject* code, std::vector<PyRef>* all) {
  if (!PyCode_Check(code)) return;
  all->push_back(PyRef::Borrow(code));
  PyObject* constants = reinterpret_cast<PyCodeObject*>(code)->co_consts;
  for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(constants); ++i) {
    CollectCode(PyTuple_GET_ITEM(constants, i), all);
  }
}

const std::vector<PyRef>& GenuineCode(const std::string& file) {
  // There before the file is read: a program that is called back and asks again
  // is told of no code.
  const auto [known, is_new] = State().genuine.try_emplace(file);
  std::vector<PyRef>& all = known->second;
  if (!is_new) return all;
  const SavedException saved;
  const OwnFiles ours;
  const std::string_view frozen = FrozenName(file);
  const PyRef module = frozen.empty() ? LoadModuleCode(file) : LoadFrozenCode(frozen);
  if (!module) PyErr_Clear();
  if (module) CollectCode(module.get(), &all);
  return all;
}

bool Verify(PyCodeObject* code, const std::string& file) {
  if (State().verified.contains(code)) return true;
  for (const PyRef& candidate : GenuineCode(file)) {
    auto* genuine = reinterpret_cast<PyCodeObject*>(candidate.get());
    if (genuine == code ||
        (genuine->co_firstlineno == code->co_firstlineno && IsSameCode(genuine, code))) {
      State().verified.emplace(code, PyRef::Borrow(reinterpret_cast<PyObject*>(code)));
      return true;
    }
  }
  return false;
}

bool IsInStdlib(std::string_view file) {
  if (!FrozenName(file).empty()) return true;
  const std::string_view root = InterpreterStdlib();
  return file.size() > root.size() && file.starts_with(root) && file[root.size()] == '/' &&
         file.find("/../") == std::string_view::npos &&
         file.find("/site-packages/") == std::string_view::npos &&
         file.find("/dist-packages/") == std::string_view::npos;
}

// The file's path inside the library, as if nothing were frozen.
std::string RelativeFile(std::string_view file) {
  if (const std::string_view frozen = FrozenName(file); !frozen.empty()) {
    std::string path(frozen);
    for (char& c : path) c = c == '.' ? '/' : c;
    return path + ".py";
  }
  return std::string(file.substr(InterpreterStdlib().size() + 1));
}

}  // namespace

void PrepareCodeIdentity() {
  if (State().get_frozen_object) return;
  const PyRef imp = PyRef::Steal(PyImport_ImportModule("_imp"));
  if (imp) {
    State().get_frozen_object =
        PyRef::Steal(PyObject_GetAttrString(imp.get(), "get_frozen_object"));
  }
  PyErr_Clear();
}

bool TakeExpectedCode() { return std::exchange(code_is_expected, false); }

void NoteSiteDirectories() {
  State().site_directories.clear();
  PyObject* path = SysAttribute("path");
  if (path == nullptr || !PyList_Check(path)) return;
  for (Py_ssize_t i = 0; i < PyList_GET_SIZE(path); ++i) {
    std::string storage;
    const auto entry = FsPathView(PyList_GET_ITEM(path, i), &storage);
    if (entry && (entry->ends_with("/site-packages") || entry->ends_with("/dist-packages"))) {
      State().site_directories.emplace_back(*entry);
    }
  }
}

bool IsSameCode(PyCodeObject* a, PyCodeObject* b) {
  if (a == b) return true;
  if (a->co_argcount != b->co_argcount || a->co_posonlyargcount != b->co_posonlyargcount ||
      a->co_kwonlyargcount != b->co_kwonlyargcount || a->co_flags != b->co_flags) {
    return false;
  }
  const PyRef a_code = PyRef::Steal(PyCode_GetCode(a));
  const PyRef b_code = PyRef::Steal(PyCode_GetCode(b));
  if (!a_code || !b_code) {
    PyErr_Clear();
    return false;
  }
  return SameConstant(a->co_name, b->co_name) && SameConstant(a_code.get(), b_code.get()) &&
         SameConstant(a->co_names, b->co_names) && SameConstant(a->co_consts, b->co_consts) &&
         SameConstant(a->co_localsplusnames, b->co_localsplusnames) &&
         SameConstant(a->co_localspluskinds, b->co_localspluskinds) &&
         SameConstant(a->co_exceptiontable, b->co_exceptiontable);
}

bool IsStdlibCode(PyCodeObject* code) {
  std::string storage;
  const std::string_view file = FileOf(code, &storage);
  return IsInStdlib(file) && Verify(code, std::string(file));
}

bool IsStdlibFile(PyCodeObject* code, std::string_view file) {
  std::string storage;
  const std::string_view own = FileOf(code, &storage);
  if (!IsInStdlib(own)) return false;
  const std::string relative = RelativeFile(own);
  return (relative == file || file == relative.substr(0, relative.size() - 3) + "/__init__.py") &&
         Verify(code, std::string(own));
}

bool IsStdlibFunction(PyCodeObject* code, std::string_view file, std::string_view name) {
  const auto own_name = Utf8View(code->co_name);
  return own_name && *own_name == name && IsStdlibFile(code, file);
}

bool IsImportMachinery(PyCodeObject* code) {
  std::string storage;
  const std::string_view name = FrozenName(FileOf(code, &storage));
  return (name.starts_with("importlib._bootstrap") || name == "zipimport") &&
         Verify(code, std::string(FileOf(code, &storage)));
}

bool IsInstalledCode(PyCodeObject* code, std::string_view package) {
  std::string storage;
  const std::string file(FileOf(code, &storage));
  if (file.find("/../") != std::string::npos) return false;
  for (const std::string& directory : State().site_directories) {
    const std::string prefix = directory + "/" + std::string(package);
    if (!file.starts_with(prefix)) continue;
    const std::string_view rest{file.data() + prefix.size(), file.size() - prefix.size()};
    if (!package.empty() && !rest.starts_with('/') && rest != ".py") continue;
    return !ChangedSinceStart(file.c_str()) && Verify(code, file);
  }
  return false;
}

StackFrame::StackFrame(PyFrameObject* frame)
    : frame_(PyRef::Steal(reinterpret_cast<PyObject*>(frame))) {
  if (frame != nullptr) code_ = PyRef::Steal(reinterpret_cast<PyObject*>(PyFrame_GetCode(frame)));
}

StackFrame StackFrame::Top() { return StackFrame(PyThreadState_GetFrame(PyThreadState_Get())); }

StackFrame StackFrame::Back() const {
  return StackFrame(PyFrame_GetBack(reinterpret_cast<PyFrameObject*>(frame_.get())));
}

}  // namespace hermetic
