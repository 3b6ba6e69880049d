#include "guards/guards.h"

#include <Python.h>

#include <array>
#include <utility>

#include "guards/audit_hook.h"
#include "guards/builtin_guards.h"
#include "guards/code_exec_guard.h"
#include "guards/code_identity.h"
#include "guards/environment_guard.h"
#include "guards/filesystem_guard.h"
#include "guards/guard.h"
#include "guards/import_roots.h"
#include "guards/imports_guard.h"
#include "guards/interpreter_guard.h"
#include "guards/loading_guard.h"
#include "guards/network_guard.h"
#include "guards/outcome_guard.h"
#include "guards/process_start.h"
#include "guards/seal_guard.h"
#include "guards/start_phase.h"
#include "guards/stderr_line.h"
#include "guards/subprocess_guard.h"
#include "guards/violation_record.h"
#include "profiles/exit_codes.h"

namespace hermetic {
namespace {

// What waits for the moment to arm.
std::vector<LevelRef>& Waiting() {
  static auto& waiting = *new std::vector<LevelRef>;
  return waiting;
}

bool hook_is_installed = false;

absl::Status AddHook() {
  if (hook_is_installed) return absl::OkStatus();
  if (absl::Status status = BuildEventTable(); !status.ok()) return status;
  if (PySys_AddAuditHook(AuditHook, nullptr) < 0) {
    if (Py_IsInitialized() != 0) PyErr_Clear();
    return absl::FailedPreconditionError("another audit hook refuses ours");
  }
  hook_is_installed = true;
  return absl::OkStatus();
}

// What stands in the interpreter, brought in line with the levels in force, as
// far as one of `guards` is concerned.
absl::Status GuardWhatIsThere(GuardMask guards) {
  if ((guards & MaskOf(GuardId::kImports)) != 0) HideDeniedModules();
  return (guards & MaskOf(GuardId::kEnvironment)) == 0 ? absl::OkStatus() : GuardEnvironment();
}

// The same after start-up, when the import state is the program's.
absl::Status GuardWhatIsThereByNow(GuardMask guards) {
  if (absl::Status status = GuardWhatIsThere(guards); !status.ok()) return status;
  return (guards & MaskOf(GuardId::kInterpreter)) == 0 ? absl::OkStatus() : GuardImportState();
}

// Before any code of the program: what later decisions compare with.
void TakeBearings() {
  NoteProcessStart();
  PrepareCodeIdentity();
  NoteImportRoots();
}

absl::Status Arm() {
  ActivePolicy::SetNotArmedYet(false);
  TakeBearings();
  for (LevelRef& level : std::exchange(Waiting(), {})) ActivePolicy::Push(std::move(level));
  if (absl::Status status = GuardLoadedModules(); !status.ok()) return status;
  return GuardWhatIsThere(ActivePolicy::Mask());
}

// In the middle of Py_InitializeFromConfig there is nobody to hand an error to.
void ArmOrDie() {
  if (absl::Status status = Arm(); !status.ok()) {
    WriteStderrLine("hermetic: " + std::string(status.message()));
    _exit(static_cast<int>(ExitCode::kCannotStart));
  }
}

}  // namespace

absl::Span<const Guard> AllGuards() {
  static const std::array guards = {
      kNetworkGuard,     kSubprocessGuard,     kFilesystemGuard, kRefusedFileGuard,
      kEnvironmentGuard, kCodeExecGuard,       kImportsGuard,    kLoadingGuard,
      kInterpreterGuard, kSubinterpreterGuard, kSealGuard,       kOutcomeGuard,
  };
  return guards;
}

absl::Status InstallAuditHook(std::vector<LevelRef> levels) {
  Waiting() = std::move(levels);
  SetArmCallback(ArmOrDie);
  ActivePolicy::SetNotArmedYet(true);
  return AddHook();
}

absl::Status ArmForTarget() {
  return hook_is_installed && !Waiting().empty() ? Arm() : absl::OkStatus();
}

absl::StatusOr<uint64_t> PushLevel(LevelRef level) {
  const bool first = !hook_is_installed;
  if (absl::Status status = AddHook(); !status.ok()) return status;
  if (first) {
    TakeBearings();
    if (absl::Status status = StartPhase::End(); !status.ok()) return status;
  }
  if (absl::Status status = GuardLoadedModules(); !status.ok()) return status;
  const GuardMask guards = level->guards;
  const uint64_t token = ActivePolicy::Push(std::move(level));
  if (absl::Status status = GuardWhatIsThereByNow(guards); !status.ok()) {
    ActivePolicy::Remove(token);
    return status;
  }
  return token;
}

bool RemoveLevel(uint64_t token) {
  const LevelRef removed = ActivePolicy::Remove(token);
  return removed != nullptr && GuardWhatIsThereByNow(removed->guards).ok();
}

int FinishRun(int target_exit_code) {
  const ViolationRecord& record = ViolationRecord::Get();
  WriteStderr(DescribeSwallowed(record));
  if (record.uncaught() != nullptr && target_exit_code == 1) {
    WriteStderr(DescribeViolation(*record.uncaught()));
    return static_cast<int>(ExitCode::kViolation);
  }
  for (const LevelRef& level : ActivePolicy::Get().levels()) {
    if (level->policy.fail_on_violation && record.total() != 0) {
      return static_cast<int>(ExitCode::kViolation);
    }
  }
  return target_exit_code;
}

}  // namespace hermetic
