// What happens to a refusal: it is recorded, told, and raised.
#ifndef HERMETIC_GUARDS_ENFORCEMENT_H_
#define HERMETIC_GUARDS_ENFORCEMENT_H_

#include "guards/violation.h"

namespace hermetic {

// Carries out a refusal as the level that made it says: counts and records it,
// writes the trace line, then raises, ends the process, or lets the action go
// on. Answers -1 with a Python exception set, or 0 if the action may go on.
// GIL held.
int Enforce(Verdict verdict);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_ENFORCEMENT_H_
