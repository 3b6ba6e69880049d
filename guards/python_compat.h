// Every difference between the CPython versions that the guards meet.
#ifndef HERMETIC_GUARDS_PYTHON_COMPAT_H_
#define HERMETIC_GUARDS_PYTHON_COMPAT_H_

#include <Python.h>

#include <cstdint>

#include "guards/py_ref.h"

namespace hermetic {

// The dictionary of a type; static types keep it per interpreter from 3.12 on.
inline PyRef TypeDict(PyTypeObject* type) {
#if PY_VERSION_HEX >= 0x030C0000
  return PyRef::Steal(PyType_GetDict(type));
#else
  return PyRef::Borrow(type->tp_dict);
#endif
}

// How an object of type _socket.socket begins, from 3.11 to 3.13
// (Modules/socketmodule.h, which CPython does not install).
struct SocketObject {
  PyObject_HEAD int fd;
  int family;
};

// The same for _io.FileIO (Modules/_io/fileio.c).
struct FileObject {
  PyObject_HEAD int fd;
};

// `self` of a method of the type, which CPython has made sure of.
inline FileObject* FileOf(PyObject* self) { return reinterpret_cast<FileObject*>(self); }
inline const SocketObject* SocketOf(PyObject* self) {
  return reinterpret_cast<const SocketObject*>(self);
}

// The current exception, taken off the thread. New reference, or null.
inline PyObject* TakeException() {
#if PY_VERSION_HEX >= 0x030C0000
  return PyErr_GetRaisedException();
#else
  PyObject* type = nullptr;
  PyObject* value = nullptr;
  PyObject* traceback = nullptr;
  PyErr_Fetch(&type, &value, &traceback);
  PyErr_NormalizeException(&type, &value, &traceback);
  Py_XDECREF(type);
  Py_XDECREF(traceback);
  return value;
#endif
}

// The level of -O, from the configuration: sys.flags can be replaced.
inline int OptimizeLevel() {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
  return Py_OptimizeFlag;  // Deprecated since 3.12; its successor is private.
#pragma GCC diagnostic pop
}

// Takes the current exception off the thread for its own life, so that code in
// between starts without one.
class SavedException {
 public:
#if PY_VERSION_HEX >= 0x030C0000
  SavedException() : exception_(PyErr_GetRaisedException()) {}
  ~SavedException() { PyErr_SetRaisedException(exception_); }
#else
  SavedException() { PyErr_Fetch(&type_, &value_, &traceback_); }
  ~SavedException() { PyErr_Restore(type_, value_, traceback_); }
#endif
  SavedException(const SavedException&) = delete;
  SavedException& operator=(const SavedException&) = delete;

 private:
#if PY_VERSION_HEX >= 0x030C0000
  PyObject* exception_;
#else
  PyObject* type_ = nullptr;
  PyObject* value_ = nullptr;
  PyObject* traceback_ = nullptr;
#endif
};

// A number that no two states of a dict share (PEP 509): unchanged means unchanged.
// GIL held.
inline uint64_t DictVersion(PyObject* dict) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
  return reinterpret_cast<PyDictObject*>(dict)->ma_version_tag;
#pragma GCC diagnostic pop
}

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_PYTHON_COMPAT_H_
