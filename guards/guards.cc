#include "guards/guards.h"

#include <Python.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "guards/audit_hook.h"
#include "guards/audit_log.h"
#include "guards/builtin_guards.h"
#include "guards/call_redirection.h"
#include "guards/code_exec_guard.h"
#include "guards/code_identity.h"
#include "guards/descriptor_guard.h"
#include "guards/environment_guard.h"
#include "guards/filesystem_guard.h"
#include "guards/guard.h"
#include "guards/host_activity.h"
#include "guards/import_roots.h"
#include "guards/imports_guard.h"
#include "guards/interpreter_guard.h"
#include "guards/loading_guard.h"
#include "guards/network_guard.h"
#include "guards/outcome_guard.h"
#include "guards/process_start.h"
#include "guards/seal_guard.h"
#include "guards/spawn_preparation.h"
#include "guards/start_phase.h"
#include "guards/stderr_line.h"
#include "guards/subprocess_guard.h"
#include "guards/sys_attribute.h"
#include "guards/tree_record.h"
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

struct LateViolations {
  pid_t pid = 0;
  std::function<void()> add;
};

LateViolations& Late() {
  static auto& late = *new LateViolations;
  return late;
}

SealInKernel& KernelsPart() {
  static auto& part = *new SealInKernel;
  return part;
}

// Nothing of layers 1 and 2, which hold by then what was there before, is asked
// about the files that this looks at.
absl::Status SealWith(const LevelRef& level) {
  const OwnFiles ours;
  std::vector<LevelRef> levels = ActivePolicy::Get().levels();
  levels.push_back(level);
  if (KernelsPart()) return KernelsPart()(levels);
  if (level->policy.kernel != KernelMode::kRequire) return absl::OkStatus();
  return absl::FailedPreconditionError("--kernel=require: this build has no kernel layer");
}

absl::Status AddHook() {
  if (absl::Status status = RedirectCalls(); !status.ok() || hook_is_installed) return status;
  if (absl::Status status = BuildEventTable(); !status.ok()) return status;
  if (absl::Status status = OpenRecord(); !status.ok()) return status;
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
  NoteStandardStreams();
  NoteSysModule();
  PrepareCodeIdentity();
  NoteImportRoots();
}

absl::Status Arm() {
  ActivePolicy::SetNotArmedYet(false);
  TakeBearings();
  for (LevelRef& level : std::exchange(Waiting(), {})) {
    if (level->files.limits_writes() && !level->policy.report_only) ForbidCoreFiles();
    ActivePolicy::Push(std::move(level));
  }
  NoteLevels();
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

// An uncaught violation has a block of its own (ExitCodeAfter).
void SummarizeTree(int target_exit_code) {
  const Tally tally = TreeRecord::Get().tally();
  const RecordedViolation* uncaught = ViolationRecord::Get().uncaught();
  const bool is_told = uncaught != nullptr && uncaught->process_wide && target_exit_code == 1;
  const uint64_t told = is_told ? 1 : 0;
  const uint64_t swallowed = tally.process_wide - std::min(told, tally.process_wide);
  if (swallowed != 0) WriteStderr(DescribeSwallowed(tally, swallowed, FirstViolation()));
}

// Under --fail-on-violation the outermost process answers for the whole tree,
// any other one for itself, if it was given the option itself.
bool FailsForViolations() {
  const bool is_owner = TreeRecord::Get().IsOwner();
  const uint64_t total =
      is_owner ? TreeRecord::Get().tally().total() : ViolationRecord::Get().total();
  const auto& levels = ActivePolicy::Get().levels();
  return total != 0 && std::any_of(levels.begin(), levels.end(), [&](const LevelRef& level) {
           return level->policy.fail_on_violation && (is_owner || !level->handed_down);
         });
}

int ExitCodeAfter(int target_exit_code) {
  const ViolationRecord& record = ViolationRecord::Get();
  if (record.has_uncaught() && target_exit_code == 1) {
    if (record.uncaught() != nullptr) WriteStderr(DescribeViolation(*record.uncaught()));
    return static_cast<int>(ExitCode::kViolation);
  }
  return FailsForViolations() ? static_cast<int>(ExitCode::kViolation) : target_exit_code;
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

absl::Status OpenRecord() {
  if (TreeRecord::Get().IsOpen() || TreeRecord::Get().Create({})) return absl::OkStatus();
  return absl::FailedPreconditionError("no memory for the record of violations");
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
  if (level->policy.seal) {
    if (absl::Status status = SealWith(level); !status.ok()) return status;
  }
  const GuardMask guards = level->guards;
  const uint64_t token = ActivePolicy::Push(std::move(level));
  if (absl::Status status = GuardWhatIsThereByNow(guards); !status.ok()) {
    RemoveLevel(token);
    return status;
  }
  NoteLevels();
  return token;
}

void SetSealInKernel(SealInKernel seal) { KernelsPart() = std::move(seal); }

bool RemoveLevel(uint64_t token) {
  const LevelRef removed = ActivePolicy::Remove(token);
  if (removed == nullptr) return false;
  NoteLevels();
  RestoreAllowedModules();
  return GuardWhatIsThereByNow(removed->guards).ok();
}

void FinishAtExit() {
  on_exit(
      [](int status, void*) {
        const int exit_code = FinishRun(status);
        if (exit_code == status) return;
        std::fflush(nullptr);
        _exit(exit_code);
      },
      nullptr);
}

void AddAtFinish(std::function<void()> add) { Late() = {getpid(), std::move(add)}; }

int FinishRun(int target_exit_code) {
  if (Late().pid == getpid()) Late().add();
  if (TreeRecord::Get().IsOwner()) SummarizeTree(target_exit_code);
  const int exit_code = ExitCodeAfter(target_exit_code);
  FinishLogs(exit_code);
  return exit_code;
}

}  // namespace hermetic
