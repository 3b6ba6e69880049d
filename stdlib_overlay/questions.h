// hermetic.allowed(): what a guard would say, without trying and without a record.
#ifndef HERMETIC_STDLIB_OVERLAY_QUESTIONS_H_
#define HERMETIC_STDLIB_OVERLAY_QUESTIONS_H_

#include <Python.h>

namespace hermetic::overlay {

// _hermetic.allowed(operation, target) -> (bool, reason or None). ValueError for
// an unknown operation or a target that names nothing.
PyObject* Allowed(PyObject* module, PyObject* args) noexcept;

// _hermetic.operations(): the names that `allowed` knows.
PyObject* Operations(PyObject* module, PyObject* unused) noexcept;

}  // namespace hermetic::overlay

#endif  // HERMETIC_STDLIB_OVERLAY_QUESTIONS_H_
