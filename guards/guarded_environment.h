// The mapping type that stands behind os.environ while it is guarded.
#ifndef HERMETIC_GUARDS_GUARDED_ENVIRONMENT_H_
#define HERMETIC_GUARDS_GUARDED_ENVIRONMENT_H_

#include <Python.h>

#include <cstdint>
#include <string_view>

#include "guards/py_ref.h"

namespace hermetic {

enum class EnvironmentAnswer : uint8_t {
  kShow,
  kHide,    // As if it were not set, unless it was written through the mapping.
  kRefuse,  // A Python exception is set.
};

// Asked for every access; `name` is empty where all names are asked for.
using EnvironmentQuestion = EnvironmentAnswer (*)(std::string_view name);

// A mapping that can stand in for `original`, a dict, which it keeps alive. While it
// does not hold the contents it is a view of that dict. Null with an exception set.
// GIL held, here and below.
PyRef NewGuardedEnvironment(PyObject* original, EnvironmentQuestion question);

bool IsGuardedEnvironment(PyObject* object);

// The dict that a mapping made by NewGuardedEnvironment stands in for. Borrowed.
PyObject* OriginalEnvironment(PyObject* mapping);

// Takes the contents out of the original, so that who kept it keeps nothing, to a
// place that no Python object leads to. False, with an exception set and nothing
// taken. No effect on a mapping that has them.
bool TakeContents(PyObject* mapping);

// Puts the contents, as they are by now, back into the original. False with an
// exception set. No effect on a mapping that has none.
bool GiveContentsBack(PyObject* mapping);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_GUARDED_ENVIRONMENT_H_
