// A sealed policy: nothing in the process can weaken it any more.
#ifndef HERMETIC_GUARDS_SEAL_GUARD_H_
#define HERMETIC_GUARDS_SEAL_GUARD_H_

#include "guards/guard.h"

namespace hermetic {

extern const Guard kSealGuard;

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_SEAL_GUARD_H_
