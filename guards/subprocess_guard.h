// Processes: nothing is started, unless --allow-run names it. What is decided
// here raises; the same is decided once more where it cannot be got around, at
// the execve itself (exec_gate.h).
#ifndef HERMETIC_GUARDS_SUBPROCESS_GUARD_H_
#define HERMETIC_GUARDS_SUBPROCESS_GUARD_H_

#include "guards/guard.h"

namespace hermetic {

extern const Guard kSubprocessGuard;

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_SUBPROCESS_GUARD_H_
