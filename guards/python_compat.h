// Every difference between the CPython versions that the guards meet.
#ifndef HERMETIC_GUARDS_PYTHON_COMPAT_H_
#define HERMETIC_GUARDS_PYTHON_COMPAT_H_

#include <Python.h>

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

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_PYTHON_COMPAT_H_
