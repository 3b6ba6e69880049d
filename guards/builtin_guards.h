// Layer 2: guards on builtins that CPython does not audit.
//
// The C function in a builtin's PyMethodDef is exchanged for one of ours with
// the same calling convention. CPython reads that pointer at every call, so
// references taken earlier, bound methods and specialised call sites are guarded
// as well, and there is no Python object to find or to put back.
#ifndef HERMETIC_GUARDS_BUILTIN_GUARDS_H_
#define HERMETIC_GUARDS_BUILTIN_GUARDS_H_

#include <Python.h>

#include <string_view>

#include "absl/status/status.h"

namespace hermetic {

// Guards the builtins of AllGuards() in every module that is loaded; those of
// modules loaded later follow when they appear. Idempotent; cannot be undone,
// but a guarded builtin costs one comparison while no policy is active. Fails
// with kInternal if a builtin has a calling convention that we do not know. GIL
// held.
absl::Status GuardLoadedModules();

// Guards what `module` brings, under the name it was created by.
absl::Status GuardModule(PyObject* module, std::string_view name);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_BUILTIN_GUARDS_H_
