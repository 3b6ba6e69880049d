// How code gets into the process by the import system: every file that it reads
// as code and every module that it makes passes here, whatever asked for it.
#ifndef HERMETIC_GUARDS_LOADING_GUARD_H_
#define HERMETIC_GUARDS_LOADING_GUARD_H_

#include <string>

#include "guards/guard.h"

namespace hermetic {

extern const Guard kLoadingGuard;

// The file that this thread opened last by io.open_code, as importlib does.
const std::string& LastOpenedCode();

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_LOADING_GUARD_H_
