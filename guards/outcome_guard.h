// Watches how the run goes, refusing nothing: when the target starts, and
// whether a violation ends it.
#ifndef HERMETIC_GUARDS_OUTCOME_GUARD_H_
#define HERMETIC_GUARDS_OUTCOME_GUARD_H_

#include <string>

#include "guards/guard.h"

namespace hermetic {

extern const Guard kOutcomeGuard;

// An EPERM or EACCES that no guard of ours raised and that ended the program.
struct UncaughtRefusal {
  int error = 0;  // 0: there was none.
  std::string path;
};
// GIL, or no interpreter any more.
const UncaughtRefusal& LastUncaughtRefusal();

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_OUTCOME_GUARD_H_
