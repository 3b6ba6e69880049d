// A guard: the audit events and builtins that it answers for, each with the
// function that decodes the arguments and decides.
#ifndef HERMETIC_GUARDS_GUARD_H_
#define HERMETIC_GUARDS_GUARD_H_

#include <Python.h>

#include "absl/types/span.h"
#include "guards/args.h"
#include "guards/guard_id.h"
#include "guards/policy_level.h"
#include "guards/substitute.h"
#include "guards/violation.h"

namespace hermetic {

// Answers one event or call. GIL held; the arguments come from untrusted code.
// Runs no Python code and allocates nothing when it allows; refuses what it
// does not understand. Sets no Python exception.
using Check = Verdict (*)(const ActivePolicy& active, const Args& args);

// A call of a guarded builtin that is under way.
class GuardedCall {
 public:
  virtual const Args& args() const = 0;
  // Calls the builtin itself. New reference, or null with an exception set.
  virtual PyObject* Original() const = 0;
  // The same with one argument exchanged, so that what was decided is what is
  // used.
  virtual PyObject* OriginalWith(const Substitute& substitute) const = 0;

 protected:
  ~GuardedCall() = default;
};

// Stands in for a builtin altogether: checks, calls Original() or not, looks at
// the result. New reference, or null with an exception set.
using Around = PyObject* (*)(const ActivePolicy& active, const GuardedCall& call);

struct AuditEvent {
  const char* name;
  Check check;
};

// `type` is null for a function of the module itself; `name` may be __new__ or
// __init__ or __call__ of a type, or its slot tp_alloc. Exactly one of `check` and `around` is set.
struct GuardedBuiltin {
  const char* module;
  const char* type;
  const char* name;
  Check check;
  Around around = nullptr;
};

struct Guard {
  GuardMask when;  // Active if the policy's mask has any of these.
  absl::Span<const AuditEvent> events;
  absl::Span<const GuardedBuiltin> builtins;
};

// Every guard of the program, in the order of the files. A static table.
absl::Span<const Guard> AllGuards();

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_GUARD_H_
