// Brings the calls of the C library's functions to our definitions of them, in a
// process that was running before we came: every object that is loaded has a
// table of the functions it calls (its GOT), and ours are written into it. For
// the extension module; in the executable the linkers have done it.
//
// Not reached: what looks functions up itself (dlsym, ctypes), what is linked
// statically against the C library, and a library that another one opens, until
// the next module is loaded or the next policy begins.
#ifndef HERMETIC_GUARDS_CALL_REDIRECTION_H_
#define HERMETIC_GUARDS_CALL_REDIRECTION_H_

#include "absl/status/status.h"
#include "absl/types/span.h"
#include "guards/interposition.h"

namespace hermetic {

// What RedirectCalls is to redirect; nothing, if this is never called. Once,
// before any policy.
void SetInterposedFunctions(absl::Span<const InterposedFunction> functions);

// Redirects the calls of all objects that have come since the last time. Costs
// nothing much if there are none. An error if the interpreter itself calls its
// C library in a way that cannot be redirected. GIL held.
absl::Status RedirectCalls();

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_CALL_REDIRECTION_H_
