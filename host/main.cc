// hermetic-python and hermetic: the steps of a run, in order.
#include <unistd.h>

#include <array>
#include <climits>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "guards/guards.h"
#include "host/command_line.h"
#include "host/interpreter.h"
#include "host/print_and_exit.h"
#include "profiles/policy_sources.h"

namespace hermetic::host {
namespace {

int Fail(const absl::Status& status) {
  std::fprintf(stderr, "hermetic: %s\n", std::string(status.message()).c_str());
  return static_cast<int>(ExitCodeFor(status));
}

absl::StatusOr<PolicyWithOrigins> LoadPolicyFor(const CommandLine& command) {
  std::array<char, PATH_MAX> directory;
  PolicyRequest request;
  if (getcwd(directory.data(), directory.size()) != nullptr) {
    request.working_directory = directory.data();
  }
  request.environ = environ;
  request.venv = command.venv;
  request.find_config_file = command.find_config_file;
  request.config_file = command.config_file;
  request.command_line = command.settings;
  return LoadPolicy(request);
}

absl::Status ArmWith(const PolicyWithOrigins& policy) {
  auto level = std::make_shared<PolicyLevel>(policy.policy, OriginsByFlag(policy));
  level->process_wide = true;
  return InstallAuditHook({std::move(level)});
}

int Run(int argc, char** argv) {
  const auto command = ParseCommandLine(argc, argv);
  if (!command.ok()) return Fail(command.status());
  const auto policy = LoadPolicyFor(*command);
  if (!policy.ok()) return Fail(policy.status());
  if (command->action != CommandAction::kRun) return PrintAndExit(*command, *policy);

  const PythonArguments arguments(command->python_argv);
  PreInitialize(arguments);
  if (policy->policy.RestrictsAnything()) {
    if (absl::Status status = ArmWith(*policy); !status.ok()) return Fail(status);
  }
  Initialize(arguments);
  if (absl::Status status = ArmForTarget(); !status.ok()) return Fail(status);
  return FinishRun(RunMain());
}

}  // namespace
}  // namespace hermetic::host

int main(int argc, char** argv) { return hermetic::host::Run(argc, argv); }
