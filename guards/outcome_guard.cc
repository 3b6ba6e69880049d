#include "guards/outcome_guard.h"

#include <unistd.h>

#include <cerrno>
#include <string>

#include "guards/args.h"
#include "guards/code_exec_guard.h"
#include "guards/code_identity.h"
#include "guards/exceptions.h"
#include "guards/guards.h"
#include "guards/py_ref.h"
#include "guards/start_phase.h"
#include "guards/stderr_line.h"
#include "guards/sys_attribute.h"
#include "guards/tree_record.h"
#include "guards/violation_record.h"
#include "profiles/exit_codes.h"

namespace hermetic {
namespace {

// CPython has put the target's own directory on sys.path by now.
Verdict NoteTarget(const ActivePolicy& /*active*/, const Args& /*args*/) {
  if (StackFrame::Top()) return kAllowed;  // Not CPython's main, but sys.audit().
  if (StartPhase::End().ok()) return kAllowed;
  WriteStderrLine("hermetic: cannot guard sys.path");
  _exit(static_cast<int>(ExitCode::kCannotStart));
}

Verdict NoteTargetModule(const ActivePolicy& active, const Args& args) {
  if (!StartPhase::IsOver() && !StackFrame::Top()) ExpectRunOfModule();
  return NoteTarget(active, args);
}

bool IsOurOwn(PyObject* exception) {
  const ExceptionTypes* types = Exceptions();
  return types != nullptr &&
         PyObject_TypeCheck(exception, reinterpret_cast<PyTypeObject*>(types->policy_violation)) !=
             0;
}

// The hook that is about to print is the interpreter's, so that its traceback
// may be left out.
bool PrintsPlainly(PyObject* hook) { return hook == SysAttribute("__excepthook__"); }

UncaughtRefusal& Refusal() {
  static auto* refusal = new UncaughtRefusal;
  return *refusal;
}

void NoteRefusal(PyObject* exception) {
  if (!PyObject_TypeCheck(exception, reinterpret_cast<PyTypeObject*>(PyExc_OSError))) return;
  const auto* error = reinterpret_cast<PyOSErrorObject*>(exception);
  const int number = static_cast<int>(IntValue(error->myerrno).value_or(0));
  if (number != EPERM && number != EACCES) return;
  std::string storage;
  Refusal() = {number, std::string(FsPathView(error->filename, &storage).value_or(""))};
}

// ("hook", type, value, traceback) for an exception that nobody caught. To
// refuse this event with a RuntimeError means, for CPython, to print nothing:
// the block that FinishRun writes says more than the traceback of a violation.
Verdict NoteUncaught(const ActivePolicy& active, const Args& args) {
  PyObject* exception = args[2];
  if (exception == nullptr || !PyExceptionInstance_Check(exception) || StackFrame::Top()) {
    return kAllowed;
  }
  const auto number = ViolationBehind(exception);
  if (!number) NoteRefusal(exception);
  if (!number) return kAllowed;
  ViolationRecord& record = ViolationRecord::Get();
  const RecordedViolation* violation = record.Find(*number);
  record.MarkUncaught(violation == nullptr ? 0 : *number);
  if (violation == nullptr || !IsOurOwn(exception) || !PrintsPlainly(args[0])) return kAllowed;
  return Refuse(*active.levels().front(), {.guard = violation->guard, .raised = Raised::kSilently});
}

// os._exit: past Python's own end, but not past ours.
PyObject* AroundExit(const ActivePolicy& /*active*/, const GuardedCall& call) {
  const auto status = IntValue(call.args().Get(0, "status"));
  if (!status || !TreeRecord::Get().IsOwner()) return call.Original();
  _exit(FinishRun(static_cast<int>(*status)));
}

constexpr AuditEvent kEvents[] = {
    {"cpython.run_command", NoteTarget}, {"cpython.run_module", NoteTargetModule},
    {"cpython.run_file", NoteTarget},    {"cpython.run_stdin", NoteTarget},
    {"cpython.run_startup", NoteTarget}, {"cpython.run_interactivehook", NoteTarget},
    {"sys.excepthook", NoteUncaught},
};

constexpr GuardedBuiltin kBuiltins[] = {{"posix", nullptr, "_exit", nullptr, AroundExit}};

}  // namespace

const UncaughtRefusal& LastUncaughtRefusal() { return Refusal(); }

const Guard kOutcomeGuard = {kAnyPolicy, kEvents, kBuiltins};

}  // namespace hermetic
