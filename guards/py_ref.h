// Owners for what CPython hands out by convention only.
#ifndef HERMETIC_GUARDS_PY_REF_H_
#define HERMETIC_GUARDS_PY_REF_H_

#include <Python.h>

#include <utility>

namespace hermetic {

// Owns one strong reference. Needs the GIL, also to be destroyed: never a
// static, never a member of something that outlives the interpreter.
class PyRef {
 public:
  PyRef() = default;
  // `object` is a new reference, or null with a Python exception set.
  [[nodiscard]] static PyRef Steal(PyObject* object) { return PyRef(object); }
  [[nodiscard]] static PyRef Borrow(PyObject* object) { return PyRef(Py_XNewRef(object)); }
  PyRef(PyRef&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  PyRef& operator=(PyRef&& other) noexcept {
    // The old object goes last: its __del__ may run code that sees *this.
    PyRef dropped(std::exchange(object_, std::exchange(other.object_, nullptr)));
    return *this;
  }
  PyRef(const PyRef&) = delete;
  PyRef& operator=(const PyRef&) = delete;
  ~PyRef() { Py_XDECREF(object_); }

  explicit operator bool() const { return object_ != nullptr; }
  PyObject* get() const { return object_; }
  [[nodiscard]] PyObject* Release() { return std::exchange(object_, nullptr); }

 private:
  explicit PyRef(PyObject* object) : object_(object) {}
  PyObject* object_ = nullptr;
};

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_PY_REF_H_
