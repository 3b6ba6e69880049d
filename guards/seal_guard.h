// A sealed policy: nothing in the process can weaken it any more.
#ifndef HERMETIC_GUARDS_SEAL_GUARD_H_
#define HERMETIC_GUARDS_SEAL_GUARD_H_

#include "guards/guard.h"

namespace hermetic {

extern const Guard kSealGuard;

// For what other guards find that reaches for guard state; `what` names it. A
// refusal only where a level in force is sealed.
Verdict RefuseSealed(const ActivePolicy& active, std::string_view what);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_SEAL_GUARD_H_
