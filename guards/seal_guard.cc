#include "guards/seal_guard.h"

#include <string>
#include <utility>

#include "guards/interpreter_guard.h"

namespace hermetic {
namespace {

// The builtin whose event comes next sets nothing.
thread_local bool tracing_ends = false;

Verdict CheckAddHook(const ActivePolicy& active, const Args& /*args*/) {
  return RefuseSealed(active, "sys.addaudithook");
}

// CPython drops a hook without a word when another one raises a RuntimeError on
// this event. So the builtin is guarded as well, and what comes this far is
// native code, that of PySys_AddAuditHook.
Verdict CheckAddNativeHook(const ActivePolicy& active, const Args& args) {
  Verdict verdict = CheckAddHook(active, args);
  if (verdict != kAllowed) verdict->raised = Raised::kAsCauseOfPermissionError;
  return verdict;
}

// A trace function runs inside other people's frames and can change their
// variables, those of the import system and of code that guards know by what
// it is among them.
Verdict CheckTracing(const ActivePolicy& active, const Args& /*args*/) {
  if (std::exchange(tracing_ends, false)) return kAllowed;
  if (Verdict verdict = RefuseMutation(active, "tracing"); verdict != kAllowed) return verdict;
  return RefuseSealed(active, "tracing");
}

// sys.settrace(None) puts a stop to it, which doctest and others do in passing.
PyObject* AroundSetTrace(const ActivePolicy& /*active*/, const GuardedCall& call) {
  tracing_ends = call.args()[0] == Py_None;
  PyObject* result = call.Original();
  tracing_ends = false;
  return result;
}

Verdict CheckObjects(const ActivePolicy& active, const Args& /*args*/) {
  return RefuseSealed(active, "gc introspection");
}

constexpr AuditEvent kEvents[] = {
    {"sys.addaudithook", CheckAddNativeHook}, {"sys.settrace", CheckTracing},
    {"sys.setprofile", CheckTracing},         {"sys.monitoring.register_callback", CheckTracing},
    {"gc.get_objects", CheckObjects},         {"gc.get_referrers", CheckObjects},
    {"gc.get_referents", CheckObjects},
};

constexpr GuardedBuiltin kBuiltins[] = {
    {"sys", nullptr, "addaudithook", CheckAddHook},
    {"sys", nullptr, "settrace", nullptr, AroundSetTrace},
    {"sys", nullptr, "setprofile", nullptr, AroundSetTrace},
    {"sys", nullptr, "remote_exec", CheckAddHook},
    // What is refused further down, these swallow or garble.
    {"sys", nullptr, "_settraceallthreads", CheckTracing},
    {"sys", nullptr, "_setprofileallthreads", CheckTracing},
    {"_lsprof", "Profiler", "enable", CheckTracing},
};

}  // namespace

Verdict RefuseSealed(const ActivePolicy& active, std::string_view what) {
  return active.FirstRefusal(GuardId::kSeal, [&](const PolicyLevel& level) {
    return Refuse(level, {.guard = GuardId::kSeal,
                          .operation = "use",
                          .target = std::string(what),
                          .message = "sealed: " + std::string(what),
                          .trace = "blocked " + std::string(what) + " reason=seal",
                          .option = "--seal"});
  });
}

const Guard kSealGuard = {MaskOf(GuardId::kSeal) | MaskOf(GuardId::kInterpreter), kEvents,
                          kBuiltins};

}  // namespace hermetic
