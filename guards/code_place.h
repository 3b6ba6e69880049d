// Where in the program something happens, told by frames. For messages only:
// a program can choose its file names, so no decision rests on this.
#ifndef HERMETIC_GUARDS_CODE_PLACE_H_
#define HERMETIC_GUARDS_CODE_PLACE_H_

#include "guards/violation_record.h"

namespace hermetic {

// Fills in the two places of `violation` from the stack of this thread. GIL held.
void LocateViolation(RecordedViolation* violation);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_CODE_PLACE_H_
