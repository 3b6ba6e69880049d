// Whose code is this? Told by the code itself: a code object counts as the
// standard library's only if it is, instruction by instruction, what the
// library's own file compiles to. Names and file names prove nothing, since a
// program can choose them (audit-coverage.md, C8 and D.2).
//
// What this does not tell: with which globals the code runs. A library function
// can be given others, so it must not be trusted with more than it does by itself.
#ifndef HERMETIC_GUARDS_CODE_IDENTITY_H_
#define HERMETIC_GUARDS_CODE_IDENTITY_H_

#include <Python.h>

#include <string_view>

#include "guards/py_ref.h"

namespace hermetic {

// Keeps what is needed of the interpreter before user code can change it. GIL held.
void PrepareCodeIdentity();

// Is what CPython is about to compile or to thaw for us, so that no guard need
// ask? True for the first that asks.
bool TakeExpectedCode();

// Notes where packages are installed, from sys.path as it is before user code.
void NoteSiteDirectories();

// Genuine code of the interpreter's library (frozen modules included). The
// answer is remembered, so the cost of reading the file is met once. Audit hooks
// of the program may hear of that. GIL held.
bool IsStdlibCode(PyCodeObject* code);

// Genuine code of `package` (any, if empty) in one of the site directories, from
// a file that has not changed since this process began.
bool IsInstalledCode(PyCodeObject* code, std::string_view package);

// Genuine code of the library's `file`, given as below.
bool IsStdlibFile(PyCodeObject* code, std::string_view file);

// `code` is genuine and is the function `name` of the library's `file`, given
// relative to the library's directory ("collections/__init__.py").
bool IsStdlibFunction(PyCodeObject* code, std::string_view file, std::string_view name);

// Genuine code of importlib or zipimport.
bool IsImportMachinery(PyCodeObject* code);

// Do the two do the same? Compares what runs, not file names or line numbers.
bool IsSameCode(PyCodeObject* a, PyCodeObject* b);

// A frame of this thread's stack, innermost first.
class StackFrame {
 public:
  static StackFrame Top();
  explicit operator bool() const { return static_cast<bool>(frame_); }
  StackFrame Back() const;
  bool operator==(const StackFrame& other) const { return frame_.get() == other.frame_.get(); }
  PyCodeObject* code() const { return reinterpret_cast<PyCodeObject*>(code_.get()); }

 private:
  explicit StackFrame(PyFrameObject* frame);
  PyRef frame_;
  PyRef code_;
};

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_CODE_IDENTITY_H_
