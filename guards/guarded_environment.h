// The mapping type that stands behind os.environ while it is guarded.
#ifndef HERMETIC_GUARDS_GUARDED_ENVIRONMENT_H_
#define HERMETIC_GUARDS_GUARDED_ENVIRONMENT_H_

#include <Python.h>

#include <cstdint>
#include <map>
#include <string>
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

// The process's variables, name to value.
using EnvironmentStore = std::map<std::string, std::string, std::less<>>;

// A new mapping object over `data`, or null with an exception set.
PyRef NewGuardedEnvironment(EnvironmentStore data, EnvironmentQuestion question);

// The data of a mapping made by NewGuardedEnvironment; null for other objects.
const EnvironmentStore* GuardedEnvironmentData(PyObject* mapping);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_GUARDED_ENVIRONMENT_H_
