// Splits a command line into our options, python3's and the target. The two
// forms are
//   hermetic-python [ours and python3's, mixed] [script | dir | zip | -m mod | -c cmd | -] args
//   hermetic [ours] -- target args
// What follows the target (the operand of -c, of -m or the script) belongs to
// the program and is never looked at. python3's options are only recognised
// here, exactly as CPython's Python/getopt.c does, and are left to CPython; so
// is an option that nobody knows, for which CPython prints its own lines.
#ifndef HERMETIC_HOST_COMMAND_LINE_H_
#define HERMETIC_HOST_COMMAND_LINE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "profiles/exit_codes.h"
#include "profiles/setting.h"

namespace hermetic::host {

enum class CommandForm : uint8_t { kPython, kHermetic };

// kRun, or an option that prints and exits.
enum class CommandAction : uint8_t {
  kRun,
  kHelp,  // OptionsHelp() of option_words.h, then in the python3 form CPython's own help, whole.
  kHermeticVersion,
  kPrintPolicy,
  kPrintTarget,
  kDoctor,
};

enum class TargetForm : uint8_t {
  kNone,     // Nothing was named: the REPL, or a program on standard input.
  kFile,     // python3 form: script, directory, zip; failing that, what the resolver finds.
  kStdin,    // "-"
  kCommand,  // -c
  kModule,   // -m
  kNamed,    // hermetic form: anything that the resolver knows.
};

struct CommandLine {
  CommandForm form = CommandForm::kPython;
  CommandAction action = CommandAction::kRun;

  // argv without our options. In the python3 form it can be handed to CPython
  // as it is; in the hermetic form it is argv[0], target, args. Points into argv.
  std::vector<char*> python_argv;
  TargetForm target = TargetForm::kNone;
  // Index in python_argv of the script, of "-", or of the word that holds the
  // operand of -c or -m; python_argv.size() if there is none.
  size_t target_index = 0;

  // What our policy options said, in order, not yet validated; for LoadPolicy.
  std::vector<Setting> settings;
  bool find_config_file = true;  // False after --no-config.
  std::string config_file;       // --config, or empty.
  std::string venv;              // --venv, or empty.
  bool explain_kernel = false;
};

// argv[argc] need not be null. Values of policy options are not validated here
// (LoadPolicy does that, for all sources alike). Costs no allocation but that
// of python_argv when none of our options is there.
absl::StatusOr<CommandLine> ParseCommandLine(int argc, char* const* argv);

// The exit code for an error of ParseCommandLine or LoadPolicy: usage errors
// are told apart from what cannot start.
ExitCode ExitCodeFor(const absl::Status& status);

}  // namespace hermetic::host

#endif  // HERMETIC_HOST_COMMAND_LINE_H_
