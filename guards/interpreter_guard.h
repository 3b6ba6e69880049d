// The interpreter's state: the working directory and what steers imports.
//
// sys.path and its relatives are exchanged for containers that refuse early and
// precisely; whatever way they were changed, it is noticed when an import would
// use them.
#ifndef HERMETIC_GUARDS_INTERPRETER_GUARD_H_
#define HERMETIC_GUARDS_INTERPRETER_GUARD_H_

#include "absl/status/status.h"
#include "guards/guard.h"

namespace hermetic {

extern const Guard kInterpreterGuard;
// Subinterpreters, under any policy.
extern const Guard kSubinterpreterGuard;

// Puts the guarded containers in place if a level in force needs them, and
// plain ones back if none does. Idempotent. GIL held.
absl::Status GuardImportState();

// At the end of the start: is this process a worker of multiprocessing?
void NoteWorker();

// For what other guards find that changes the interpreter; `what` names it.
Verdict RefuseMutation(const ActivePolicy& active, std::string_view what);

// `import_event`: the arguments of an `import` event, which carries the
// containers that the import is about to use.
Verdict CheckImportState(const ActivePolicy& active, const Args& import_event);

// The same where no event says what is used: what sys has.
Verdict CheckImportState(const ActivePolicy& active);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_INTERPRETER_GUARD_H_
