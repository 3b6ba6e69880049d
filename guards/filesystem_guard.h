// Files: no writes, and reads only where they are allowed.
#ifndef HERMETIC_GUARDS_FILESYSTEM_GUARD_H_
#define HERMETIC_GUARDS_FILESYSTEM_GUARD_H_

#include "guards/guard.h"

namespace hermetic {

extern const Guard kFilesystemGuard;

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_FILESYSTEM_GUARD_H_
