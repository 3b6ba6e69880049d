// Functions of libraries that make code from text as their way of working.
#ifndef HERMETIC_GUARDS_CODE_GENERATORS_H_
#define HERMETIC_GUARDS_CODE_GENERATORS_H_

#include <Python.h>

namespace hermetic {

// `caller` is one of them, genuine, and `source` is harmless whatever it says.
// A null `source` stands for a code object, which is some file's code already.
bool IsKnownGenerator(PyCodeObject* caller, PyObject* source);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_CODE_GENERATORS_H_
