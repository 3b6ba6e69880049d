// The violation record as plain Python data.
#ifndef HERMETIC_STDLIB_OVERLAY_VIOLATION_DATA_H_
#define HERMETIC_STDLIB_OVERLAY_VIOLATION_DATA_H_

#include <Python.h>

#include "stdlib_overlay/module_state.h"

namespace hermetic::overlay {

// Makes the type _hermetic.Violation, a named tuple. False with an exception set.
[[nodiscard]] bool InitViolationType(ModuleState* state);

// _hermetic.violations(start=0): what was recorded from number `start` + 1 on.
PyObject* Violations(PyObject* module, PyObject* args) noexcept;

// _hermetic.violation_count(): how many there were, those included that are too
// many to be kept.
PyObject* ViolationCount(PyObject* module, PyObject* unused) noexcept;

}  // namespace hermetic::overlay

#endif  // HERMETIC_STDLIB_OVERLAY_VIOLATION_DATA_H_
