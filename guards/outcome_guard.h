// Watches how the run goes, refusing nothing: when the target starts, and
// whether a violation ends it.
#ifndef HERMETIC_GUARDS_OUTCOME_GUARD_H_
#define HERMETIC_GUARDS_OUTCOME_GUARD_H_

#include "guards/guard.h"

namespace hermetic {

extern const Guard kOutcomeGuard;

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_OUTCOME_GUARD_H_
