// Layer 1: one audit hook for the whole process (PEP 578).
#ifndef HERMETIC_GUARDS_AUDIT_HOOK_H_
#define HERMETIC_GUARDS_AUDIT_HOOK_H_

#include <Python.h>

#include "absl/status/status.h"
#include "guards/args.h"
#include "guards/violation.h"

namespace hermetic {

// Builds the dispatch table from AllGuards(). Fails, naming the event, when two
// guards claim the same one.
absl::Status BuildEventTable();

// The hook itself, for PySys_AddAuditHook. Answers 0, or -1 with an exception
// set; `event` and `args` may come from sys.audit() and be anything.
int AuditHook(const char* event, PyObject* args, void* user_data) noexcept;

// What the hook would answer, without consequences. Null, too, for an event that
// no guard in force answers for. GIL held.
Verdict AskAuditHook(const char* event, const Args& args);

// Called by the hook, once, when an event says that the moment to arm has come:
// the interpreter's core stands and no code from a file has run.
using ArmCallback = void (*)();
void SetArmCallback(ArmCallback callback);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_AUDIT_HOOK_H_
