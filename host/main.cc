// hermetic-python and hermetic: the steps of a run, in order.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "guards/audit_log.h"
#include "guards/file_rules.h"
#include "guards/guards.h"
#include "guards/policy_handover.h"
#include "guards/run_rules.h"
#include "host/command_line.h"
#include "host/executable.h"
#include "host/foreign.h"
#include "host/installation.h"
#include "host/interpreter.h"
#include "host/kernel_start.h"
#include "host/launch.h"
#include "host/new_environments.h"
#include "host/print_and_exit.h"
#include "host/readable_roots.h"
#include "profiles/policy_listing.h"
#include "profiles/policy_sources.h"
#include "profiles/policy_with_origins.h"
#include "resolver/script_file.h"
#include "stdlib_overlay/distribution_finder.h"
#include "stdlib_overlay/file_profiles.h"

namespace hermetic::host {
namespace {

int Fail(const absl::Status& status) {
  std::fprintf(stderr, "hermetic: %s\n", std::string(status.message()).c_str());
  return static_cast<int>(ExitCodeFor(status));
}

// What is not there would grant nothing, without a word.
absl::Status CheckPrograms(const PolicyWithOrigins& policy) {
  const std::vector<std::string>& names = policy.policy.allow_run;
  for (size_t i = 0; i < names.size(); ++i) {
    const std::string path = FindProgram(names[i], SearchPath());
    if (!path.empty() && access(path.c_str(), F_OK) == 0) continue;
    return absl::NotFoundError(
        absl::StrCat(NameWithOrigin(policy, *FindKey("allow-run"), i), ": no such program"));
  }
  return absl::OkStatus();
}

absl::StatusOr<PolicyWithOrigins> LoadPolicyFor(const CommandLine& command,
                                                const std::vector<Setting>& settings,
                                                const std::string& venv, ProfileBook* book) {
  std::array<char, PATH_MAX> directory;
  PolicyRequest request;
  if (getcwd(directory.data(), directory.size()) != nullptr) {
    request.working_directory = directory.data();
  }
  request.environ = environ;
  request.venv = venv;
  request.find_config_file = command.find_config_file;
  request.config_file = command.config_file;
  request.command_line = settings;
  return LoadPolicy(request, book);
}

LevelRef ProcessWideLevel(const PolicyWithOrigins& policy, bool handed_down) {
  auto level = std::make_shared<PolicyLevel>(policy.policy, OriginsByFlag(policy));
  level->process_wide = true;
  level->handed_down = handed_down;
  return level;
}

// The policy of this start under those that the parent process handed down.
std::vector<LevelRef> LevelsInForce(const PolicyStack& above, const PolicyWithOrigins& policy) {
  PolicyStack stack = above;
  if (policy.policy.RestrictsAnything()) Stack(policy, &stack);
  std::vector<LevelRef> levels;
  for (size_t i = 0; i < stack.size(); ++i) {
    levels.push_back(ProcessWideLevel(stack[i], /*handed_down=*/i < above.size()));
  }
  return levels;
}

std::vector<Policy> PoliciesOf(const std::vector<LevelRef>& levels) {
  std::vector<Policy> policies;
  policies.reserve(levels.size());
  for (const LevelRef& level : levels) policies.push_back(level->policy);
  return policies;
}

// While every file can still be opened. What the parent process has open for
// the whole tree is not opened anew.
absl::Status OpenLogs(const PolicyStack& above, const Policy& policy) {
  if (!policy.audit_log.empty()) {
    if (absl::Status status = OpenAuditLog(policy.audit_log); !status.ok()) return status;
  }
  const bool is_parents = std::any_of(above.begin(), above.end(), [&](const auto& level) {
    return level.policy.report == policy.report;
  });
  return policy.report.empty() || is_parents ? absl::OkStatus() : OpenReport(policy.report);
}

// Children are to find the environment too, and CPython reads variables when it
// pre-initialises.
void SetVariables(const resolver::Target& target) {
  for (const auto& [name, value] : target.assignments) setenv(name.c_str(), value.c_str(), 1);
  if (target.kind == resolver::TargetKind::kForeign) return;
  if (!target.venv.empty()) setenv("VIRTUAL_ENV", target.venv.c_str(), 1);
}

bool MakesEnvironments(const resolver::Target& target) {
  return target.kind == resolver::TargetKind::kModule && target.module == "venv";
}

int Run(int argc, char** argv) {
  FinishAtExit();
  const auto handover = TakeHandover();
  if (!handover.ok()) return Fail(handover.status());
  const PolicyStack above = handover->has_value() ? (*handover)->stack : PolicyStack();
  const auto command = ParseCommandLine(argc, argv);
  if (!command.ok()) return Fail(command.status());
  const Executable executable = LocateExecutable(argc > 0 ? argv[0] : "");
  const auto around = LookAround(executable.program, command->venv);
  if (!around.ok()) return Fail(around.status());
  absl::StatusOr<Launch> launch = PlanLaunch(*command, *around);
  if (!launch.ok()) return Fail(launch.status());
  const std::string venv = VenvInUse(launch->target, *around);
  ProfileBook profiles;
  auto policy = LoadPolicyFor(*command, command->settings, venv, &profiles);
  if (!policy.ok()) return Fail(policy.status());
  if (command->action != CommandAction::kRun) {
    return PrintAndExit(*command, launch->target, *policy);
  }
  if (absl::Status status = CheckPrograms(*policy); !status.ok()) return Fail(status);
  std::string policy_of_new_environments;
  if (MakesEnvironments(launch->target) && !command->settings.empty()) {
    policy_of_new_environments = ListPolicy(*policy);
    policy = LoadPolicyFor(*command, {}, venv, &profiles);
    if (!policy.ok()) return Fail(policy.status());
  }
  if (launch->target.kind == resolver::TargetKind::kForeign) {
    SetVariables(launch->target);
    const std::string sibling = HermeticPythonFor(launch->target, around->installation);
    return Fail(sibling.empty() ? ExecForeign(*launch, policy->policy)
                                : ExecHermeticPython(sibling, argv));
  }
  if (handover->has_value()) JoinTree(**handover);
  if (absl::Status status = OpenLogs(above, policy->policy); !status.ok()) return Fail(status);
  std::vector<LevelRef> levels = LevelsInForce(above, *policy);
  const bool guarded = !levels.empty();
  if (guarded) {
    if (absl::Status status = resolver::CheckNoFifo(launch->target); !status.ok()) {
      return Fail(status);
    }
  }
  if (guarded) {
    if (absl::Status status = OpenRecord(); !status.ok()) return Fail(status);
  }
  if (guarded) AddReadableRoots(launch->target, *around);
  auto layer =
      HoldWithKernel(PoliciesOf(levels), above.size(), ImportPaths(), command->explain_kernel);
  if (!layer.ok()) return Fail(layer.status());
  LaterSeals seals(PoliciesOf(levels));
  SetSealInKernel([&](const std::vector<LevelRef>& in_force) { return seals.Hold(in_force); });
  overlay::OfferProfiles(std::move(profiles));
  SetVariables(launch->target);
  const std::vector<char*> words = Pointers(launch->words);
  PreInitialize(words);
  if (guarded) {
    if (absl::Status status = InstallAuditHook(std::move(levels)); !status.ok()) {
      return Fail(status);
    }
  }
  Initialize({.arguments = words,
              .executable = executable,
              .script_name = launch->script_name,
              .venv = launch->target.venv});
  // Only then: with no policy it is python3 whose pytest has no further plugin.
  if (guarded) overlay::OfferDistribution();
  if (absl::Status status = ArmForTarget(); !status.ok()) return Fail(status);
  if (!policy_of_new_environments.empty()) {
    absl::Status status = WritePolicyIntoNewEnvironments(policy_of_new_environments);
    if (!status.ok()) return Fail(status);
  }
  if (absl::Status status = FinishKernelStart(*layer, policy->policy, &launch->target);
      !status.ok()) {
    return Fail(status);
  }
  AddAtFinish([&] {
    TellKernelRefusals(*layer, policy->policy);
    seals.TellRefusals();
  });
  std::exit(RunMain());  // And not `return`: what is called at exit looks at what stands here.
}

}  // namespace
}  // namespace hermetic::host

int main(int argc, char** argv) { return hermetic::host::Run(argc, argv); }
