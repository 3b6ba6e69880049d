#include "host/print_and_exit.h"

#include <cstdio>
#include <string>
#include <vector>

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
      return Print(ListPolicy(policy));
    case CommandAction::kPrintTarget:
      return Print(DescribeTarget(target));
    default:
      std::fputs("hermetic: not in this build\n", stderr);
      return static_cast<int>(ExitCode::kCannotStart);
  }
}

}  // namespace hermetic::host
