// Subclasses of list and dict that ask before they change. Readers, C code
// among them, see ordinary lists and dicts.
#ifndef HERMETIC_GUARDS_GUARDED_CONTAINERS_H_
#define HERMETIC_GUARDS_GUARDED_CONTAINERS_H_

#include <Python.h>

#include <string_view>

#include "guards/py_ref.h"

namespace hermetic {

// True if the change may be made; false with a Python exception set. `what`
// names the container, e.g. "sys.path".
using MutationQuestion = bool (*)(std::string_view what);

// A copy of `original` (a list or a dict) that asks `question`; `what` must be a
// literal. Null with an exception set.
PyRef NewGuardedContainer(PyObject* original, const char* what, MutationQuestion question);

bool IsGuardedContainer(PyObject* object);

// The container still holds what it held after its last permitted change:
// list.append(sys.path, ...) and the like pass by the questions.
bool IsUntouched(PyObject* guarded);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_GUARDED_CONTAINERS_H_
