#include "guards/enforcement.h"

#include <Python.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "absl/strings/str_cat.h"
#include "guards/args.h"
#include "guards/audit_log.h"
#include "guards/code_place.h"
#include "guards/exceptions.h"
#include "guards/host_activity.h"
#include "guards/policy_level.h"
#include "guards/stderr_line.h"
#include "guards/stdlib_probes.h"
#include "guards/violation_record.h"
#include "profiles/absl_view.h"
#include "profiles/exit_codes.h"

namespace hermetic {
namespace {

RecordedViolation Describe(const Violation& violation) {
  RecordedViolation entry;
  entry.guard = violation.guard;
  entry.operation = violation.operation;
  entry.target = Printable(violation.shown.empty() ? violation.target : violation.shown);
  entry.message = Printable(violation.message);
  entry.policy = DescribeOrigin(*violation.level, violation.option);
  entry.fix = violation.fix;
  entry.process_wide = violation.level->process_wide;
  LocateViolation(&entry);
  return entry;
}

Action ActionOf(const Policy& policy) {
  return policy.OnlyTells() ? Action::kAllowed : Action::kRefused;
}

// The error that the library expects, instead of a violation.
int FailPlainly(const Violation& violation) {
  TellViolation(Describe(violation), Action::kProbe);
  if (violation.level->policy.trace) {
    WriteStderrLine(absl::StrCat("[hermetic] ", Printable(violation.trace), " (probe)"));
  }
  if (violation.level->policy.report_only) return 0;
  // What may not be seen is not there, whether it is or not: pathlib ignores no other error.
  const bool looks = violation.guard == GuardId::kFilesystem && violation.operation == "read";
  errno = looks ? ENOENT : EACCES;
  PyErr_SetFromErrnoWithFilename(PyExc_OSError,
                                 violation.target.empty() ? nullptr : violation.target.c_str());
  return -1;
}

}  // namespace

std::string DescribeOrigin(const PolicyLevel& level, std::string_view option) {
  const auto origin = level.origins.find(option);
  if (origin == level.origins.end() || origin->second == option) return std::string(option);
  return absl::StrCat(AbslView(option), ", from ", origin->second);
}

int Enforce(Verdict verdict) {
  const OwnFiles ours;  // To find out who did it may need files.
  if (verdict->raised == Raised::kSilently) {
    PyErr_SetNone(PyExc_RuntimeError);
    return -1;
  }
  if (IsStdlibProbe(*verdict)) return FailPlainly(*verdict);
  const Policy& policy = verdict->level->policy;
  RecordedViolation entry = Describe(*verdict);
  TellViolation(entry, ActionOf(policy));
  const uint64_t number = ViolationRecord::Get().Add(std::move(entry));
  if (policy.trace) WriteStderrLine(absl::StrCat("[hermetic] ", Printable(verdict->trace)));
  if (policy.OnlyTells()) return 0;
  switch (policy.on_violation) {
    case OnViolation::kKill:
      if (const RecordedViolation* last = ViolationRecord::Get().Find(number)) {
        WriteStderr(DescribeViolation(*last));
      }
      FinishLogs(static_cast<int>(ExitCode::kViolation));
      _exit(static_cast<int>(ExitCode::kViolation));
    case OnViolation::kLog:
    case OnViolation::kRaise:
    case OnViolation::kOsError:
      break;
  }
  const ProgramMayRun program;  // Descriptors that it put into our types.
  RaiseViolation(*verdict, number, policy.on_violation == OnViolation::kOsError);
  return -1;
}

}  // namespace hermetic
