// Compiled policies and their places in the stack, as opaque Python objects:
// without attributes, not to be made or changed by Python code.
#ifndef HERMETIC_STDLIB_OVERLAY_POLICY_HANDLE_H_
#define HERMETIC_STDLIB_OVERLAY_POLICY_HANDLE_H_

#include <Python.h>

#include "stdlib_overlay/module_state.h"

namespace hermetic::overlay {

// Makes the two types. False with an exception set.
[[nodiscard]] bool InitPolicyTypes(PyObject* module, ModuleState* state);

// The methods of the module: compile_policy, push, remove.
PyObject* CompilePolicy(PyObject* module, PyObject* args, PyObject* keywords) noexcept;
PyObject* Push(PyObject* module, PyObject* handle) noexcept;
PyObject* Remove(PyObject* module, PyObject* token) noexcept;

}  // namespace hermetic::overlay

#endif  // HERMETIC_STDLIB_OVERLAY_POLICY_HANDLE_H_
