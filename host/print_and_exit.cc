#include "host/print_and_exit.h"

#include <Python.h>

#include <cstdio>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "guards/interpreter_plan.h"
#include "guards/kernel/doctor.h"
#include "guards/kernel/kernel_plan.h"
#include "host/interpreter.h"
#include "host/launch.h"
#include "host/option_words.h"
#include "profiles/exit_codes.h"
#include "profiles/policy_listing.h"

namespace hermetic::host {
namespace {

int Print(const std::string& text) {
  std::fputs(text.c_str(), stdout);
  return std::fflush(stdout) == 0 ? 0 : static_cast<int>(ExitCode::kCannotStart);
}

// Exits with 0 when the machine can hold all that the policy asks.
int PrintDoctor(const Policy& policy) {
  const kernel::MachineProbe probe = kernel::ProbeForDoctor();
  const bool holds = policy.kernel == KernelMode::kOff || kernel::CanHold({&policy, 1}, probe);
  const int failed = Print(absl::StrCat(
      "hermetic " HERMETIC_VERSION ", CPython ", PY_VERSION, "\nkernel layer:\n",
      kernel::FormatRows(kernel::DiagnoseMachine(probe)), kernel::DescribeMachine(probe), "\n",
      holds ? "" : "not all that the policy asks can be had here\n"));
  return holds ? failed : static_cast<int>(ExitCode::kCannotStart);
}

// As comments of the listing that they stand below.
std::string Section(const char* heading, const std::string& text) {
  if (text.empty()) return {};
  std::string section = absl::StrCat("\n# ", heading, "\n");
  for (const absl::string_view line : absl::StrSplit(text, '\n', absl::SkipEmpty())) {
    absl::StrAppend(&section, "# ", line, "\n");
  }
  return section;
}

// What each row of the kernel layer would hold.
std::string DescribeKernelPlan(const Policy& policy) {
  if (policy.kernel == KernelMode::kOff || !policy.RestrictsAnything()) return {};
  const kernel::MachineFacts facts = kernel::ReadMachineFacts(policy, {});
  const kernel::KernelPlan plan =
      kernel::CompilePlan({&policy, 1}, {&facts, 1}, kernel::ProbeMachine());
  return kernel::Describe(plan);
}

// CPython prints its usage and ends the process.
int PrintPythonHelp(const CommandLine& command) {
  std::string option = "--help";
  const std::vector<char*> arguments = {command.python_argv.front(), option.data()};
  PreInitialize(arguments);
  Initialize({.arguments = arguments, .executable = LocateExecutable(arguments[0])});
  return RunMain();
}

}  // namespace

int PrintAndExit(const CommandLine& command, const resolver::Target& target,
                 const PolicyWithOrigins& policy) {
  switch (command.action) {
    case CommandAction::kHelp:
      if (const int failed = Print(OptionsHelp(command.form)); failed != 0) return failed;
      return command.form == CommandForm::kPython ? PrintPythonHelp(command) : 0;
    case CommandAction::kHermeticVersion:
      return Print("hermetic " HERMETIC_VERSION "\n");
    case CommandAction::kPrintPolicy:
      return Print(absl::StrCat(
          ListPolicy(policy),
          Section("The audit hook and the guards", DescribeInterpreterPlan(policy.policy)),
          Section("The kernel layer", DescribeKernelPlan(policy.policy))));
    case CommandAction::kPrintTarget:
      return Print(DescribeTarget(target));
    case CommandAction::kDoctor:
      return PrintDoctor(policy.policy);
    case CommandAction::kRun:
      break;  // Nothing to print.
  }
  return static_cast<int>(ExitCode::kCannotStart);
}

}  // namespace hermetic::host
