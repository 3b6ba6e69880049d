// The Python package `hermetic` and the module `_hermetic` below it.
//
// This room offers the guards to Python programs: it turns Python values into a
// Policy and C++ state into plain Python data. It decides and enforces nothing,
// and knows neither the command line nor targets.
#ifndef HERMETIC_STDLIB_OVERLAY_OVERLAY_H_
#define HERMETIC_STDLIB_OVERLAY_OVERLAY_H_

#include <Python.h>

namespace hermetic::overlay {

// Makes `import hermetic` find the modules that are frozen into this program,
// before any path is looked at: a `hermetic` on sys.path cannot shadow them.
// Before Py_InitializeFromConfig, once. False if memory is exhausted.
[[nodiscard]] bool Register();

// Takes our C module out of sys.builtin_module_names, which is to read as
// python3's does; frozen/_hermetic.py imports it without that tuple. After
// Py_InitializeFromConfig; GIL held. False with an exception set.
[[nodiscard]] bool HideBuiltinName();

// The init function of `_hermetic`. New reference, or null with an exception.
PyObject* InitModule() noexcept;

}  // namespace hermetic::overlay

#endif  // HERMETIC_STDLIB_OVERLAY_OVERLAY_H_
