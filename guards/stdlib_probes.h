// What the standard library merely tries, and is written to do without. Such an
// attempt is refused like any other, but with the plain error that the library
// expects, and it does not count as a violation of the program's.
#ifndef HERMETIC_GUARDS_STDLIB_PROBES_H_
#define HERMETIC_GUARDS_STDLIB_PROBES_H_

#include "guards/violation.h"

namespace hermetic {

// The refused action is one of the table's, done by the library's genuine code
// with nobody else's in between. GIL held; runs no Python code.
bool IsStdlibProbe(const Violation& violation);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_STDLIB_PROBES_H_
