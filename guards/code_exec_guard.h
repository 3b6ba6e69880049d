// Dynamic code: code comes into being only from files that imports may use.
//
// What is gated is the creation of code objects, by content; running one that
// exists is nothing new. Text that is turned into code must be a source file on
// the import path, byte for byte; unmarshalled code must be its .pyc. The
// standard library's own generators are known by their code, and what they
// generate must be inert (generated_code.h). A package named by
// --allow-code-exec may turn any text into code: what it is worth is what that
// package lets others make it do.
#ifndef HERMETIC_GUARDS_CODE_EXEC_GUARD_H_
#define HERMETIC_GUARDS_CODE_EXEC_GUARD_H_

#include "guards/guard.h"

namespace hermetic {

extern const Guard kCodeExecGuard;

// The target is a module, which runpy is about to run. Once per process.
void ExpectRunOfModule();

// For the loading guard: code that comes neither from text nor from marshal.
Verdict RefuseDynamicCode(const ActivePolicy& active, std::string_view what);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_CODE_EXEC_GUARD_H_
