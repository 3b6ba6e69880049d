// The words of a command line that are ours, once they are told apart from
// python3's and the target: parsed and listed by CLI11.
#ifndef HERMETIC_HOST_OPTION_WORDS_H_
#define HERMETIC_HOST_OPTION_WORDS_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "host/command_line.h"
#include "host/host_options.h"

namespace hermetic::host {

struct OptionWord {
  OurOption option;
  std::optional<std::string> value;
};

// What the words say goes into `line`. Usage errors and, with
// kInvalidArgument, values that cannot be right.
absl::Status ApplyOptionWords(const std::vector<OptionWord>& words, CommandLine* line);

// Our options in groups, one example each.
std::string OptionsHelp(CommandForm form);

// An error of the command line's shape: exit code 2, as python3 has it.
absl::Status UsageError(absl::string_view message);
bool IsUsageError(const absl::Status& status);

}  // namespace hermetic::host

#endif  // HERMETIC_HOST_OPTION_WORDS_H_
