// The environment: the program's own reads and all writes are refused; what
// libraries ask for is answered from what is harmless or granted.
//
// os.environ and posix.environ keep their identity; the mapping of bytes behind
// them is exchanged for one of ours while an environment guard is active. It
// holds its data in C++, so that no Python object leads to it.
#ifndef HERMETIC_GUARDS_ENVIRONMENT_GUARD_H_
#define HERMETIC_GUARDS_ENVIRONMENT_GUARD_H_

#include "absl/status/status.h"
#include "guards/guard.h"

namespace hermetic {

extern const Guard kEnvironmentGuard;

// May the program read the variable `name`?
Verdict CheckVariable(const ActivePolicy& active, std::string_view name);

// Puts the guarded mapping in place if a level in force needs it, and takes it
// away again if none does. Idempotent. GIL held.
absl::Status GuardEnvironment();

// The same for a fresh copy of the module `posix`, which brings a fresh dict.
absl::Status GuardEnvironmentOf(PyObject* posix);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_ENVIRONMENT_GUARD_H_
