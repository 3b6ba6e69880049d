// What each interpreter's `_hermetic` owns.
#ifndef HERMETIC_STDLIB_OVERLAY_MODULE_STATE_H_
#define HERMETIC_STDLIB_OVERLAY_MODULE_STATE_H_

#include <Python.h>

namespace hermetic::overlay {

struct ModuleState {
  PyTypeObject* policy_type;
  PyTypeObject* token_type;
  PyTypeObject* violation_type;
};

inline ModuleState* StateOf(PyObject* module) {
  return static_cast<ModuleState*>(PyModule_GetState(module));
}

}  // namespace hermetic::overlay

#endif  // HERMETIC_STDLIB_OVERLAY_MODULE_STATE_H_
