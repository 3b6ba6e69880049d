#include "host/command_line.h"

#include <optional>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "absl/types/span.h"
#include "host/host_options.h"
#include "host/option_words.h"
#include "host/python_options.h"

namespace hermetic::host {
namespace {

using Words = absl::Span<char* const>;

CommandForm FormOf(absl::string_view program) {
  const bool hermetic = program.substr(program.rfind('/') + 1) == "hermetic";
  return hermetic ? CommandForm::kHermetic : CommandForm::kPython;
}

bool LooksLikeOption(absl::string_view word) { return absl::StartsWith(word, "-") && word != "-"; }

struct NameAndValue {
  absl::string_view name;
  std::optional<std::string> value;
};

// "--name=value" in its parts, for a word that starts with two dashes.
NameAndValue SplitWord(absl::string_view word) {
  word.remove_prefix(2);
  const size_t equals = word.find('=');
  if (equals == absl::string_view::npos) return {.name = word};
  return {.name = word.substr(0, equals), .value = std::string{word.substr(equals + 1)}};
}

OurOption FindOurWord(CommandForm form, absl::string_view word) {
  if (!absl::StartsWith(word, "--") || word == "--") return {};
  const NameAndValue split = SplitWord(word);
  const OurOption option = FindOurOption(form, {split.name.data(), split.name.size()});
  // python3 has --help as well, and knows no --help=VALUE.
  const bool has_value = split.value && form == CommandForm::kPython;
  return has_value && option && option.name() == "help" ? OurOption() : option;
}

// The option at words[*next], which is ours, with its value; moves *next on.
absl::StatusOr<OptionWord> TakeOurOption(CommandForm form, const OurOption& option, Words words,
                                         size_t* next) {
  OptionWord word = {.option = option, .value = SplitWord(words[*next]).value};
  ++*next;
  if (word.value) return word;
  const bool value_follows = *next < words.size() && !LooksLikeOption(words[*next]);
  // In the python3 form the word after a bare --fs-readonly is the target.
  const bool optional = option.TakesOptionalValue() && form == CommandForm::kHermetic;
  if (value_follows && (option.NeedsValue() || optional)) {
    word.value = std::string(words[*next]);
    ++*next;
  } else if (option.NeedsValue()) {
    return UsageError(
        absl::StrCat("--", std::string(option.name()), ": a value is missing after it"));
  }
  return word;
}

// Fills in python_argv, target and target_index; our words go to `ours`.
class PythonFormParser {
 public:
  PythonFormParser(Words argv, CommandLine* line) : argv_(argv), line_(line) {}

  absl::Status Parse() {
    line_->python_argv.reserve(argv_.size());
    if (!argv_.empty()) Keep(1);
    while (next_ < argv_.size()) {
      if (const OurOption option = FindOurWord(CommandForm::kPython, argv_[next_])) {
        absl::StatusOr<OptionWord> word =
            TakeOurOption(CommandForm::kPython, option, argv_, &next_);
        if (!word.ok()) return word.status();
        ours_.push_back(*std::move(word));
      } else if (TakePythonWord() == Then::kStop) {
        break;
      }
    }
    if (line_->target == TargetForm::kNone) line_->target_index = line_->python_argv.size();
    Keep(argv_.size() - next_);
    if (ours_.empty()) return absl::OkStatus();
    absl::Status status = ApplyOptionWords(ours_, line_);
    // Whatever of ours would print and exit: CPython refuses the command line.
    if (refused_by_python_) line_->action = CommandAction::kRun;
    return status;
  }

 private:
  enum class Then : uint8_t { kGoOn, kStop };

  void Keep(size_t count) {
    for (; count > 0; --count) line_->python_argv.push_back(argv_[next_++]);
  }

  // The target's word is the next one but `skip`.
  Then Target(TargetForm kind, size_t skip) {
    if (next_ + skip >= argv_.size()) return Refused();  // "Argument expected for the -c option".
    line_->target = kind;
    line_->target_index = line_->python_argv.size() + skip;
    return Then::kStop;
  }

  Then Refused() {
    refused_by_python_ = true;
    return Then::kStop;
  }

  Then Operand() {
    if (next_ >= argv_.size()) return Then::kStop;
    const bool is_stdin = absl::string_view(argv_[next_]) == "-";
    return Target(is_stdin ? TargetForm::kStdin : TargetForm::kFile, 0);
  }

  Then TakePythonWord() {
    switch (ClassifyPythonWord(argv_[next_])) {
      case PythonWord::kOperand:
        return Operand();
      case PythonWord::kEndOfOptions:
        Keep(1);
        return Operand();
      case PythonWord::kOptions:
        Keep(1);
        return Then::kGoOn;
      case PythonWord::kOptionsAndArg:
        if (next_ + 1 >= argv_.size()) return Refused();
        Keep(2);
        return Then::kGoOn;
      case PythonWord::kCommand:
        return Target(TargetForm::kCommand, 0);
      case PythonWord::kCommandThenArg:
        return Target(TargetForm::kCommand, 1);
      case PythonWord::kModule:
        return Target(TargetForm::kModule, 0);
      case PythonWord::kModuleThenArg:
        return Target(TargetForm::kModule, 1);
      case PythonWord::kUnknown:
        return Refused();
    }
    return Refused();
  }

  Words argv_;
  CommandLine* line_;
  size_t next_ = 0;
  std::vector<OptionWord> ours_;
  bool refused_by_python_ = false;
};

absl::StatusOr<std::vector<OptionWord>> TakeHermeticOptions(Words words) {
  std::vector<OptionWord> ours;
  for (size_t next = 0; next < words.size();) {
    const absl::string_view word = absl::string_view(words[next]) == "-h" ? "--help" : words[next];
    const OurOption option = FindOurWord(CommandForm::kHermetic, word);
    if (!option) return UsageError(absl::StrCat("unrecognized argument: ", words[next]));
    if (word.data() != words[next]) {
      ours.push_back({.option = option});
      ++next;
      continue;
    }
    absl::StatusOr<OptionWord> taken = TakeOurOption(CommandForm::kHermetic, option, words, &next);
    if (!taken.ok()) return taken.status();
    ours.push_back(*std::move(taken));
  }
  return ours;
}

absl::Status ParseHermeticForm(Words argv, CommandLine* line) {
  absl::Status not_separated =
      UsageError("usage error: separate hermetic and target args with `--`");
  size_t separator = 1;
  while (separator < argv.size() && absl::string_view(argv[separator]) != "--") ++separator;
  absl::StatusOr<std::vector<OptionWord>> ours =
      TakeHermeticOptions(argv.subspan(1, separator - 1));
  const bool separated = separator < argv.size();
  if (!ours.ok()) return separated ? ours.status() : not_separated;
  if (absl::Status status = ApplyOptionWords(*ours, line); !status.ok()) return status;
  if (!separated && line->action == CommandAction::kRun) return not_separated;

  line->python_argv.push_back(argv[0]);
  if (separated) {
    for (char* word : argv.subspan(separator + 1)) line->python_argv.push_back(word);
  }
  line->target_index = 1;
  if (line->python_argv.size() > 1) {
    line->target = TargetForm::kNamed;
  } else if (line->action == CommandAction::kRun) {
    line->action = CommandAction::kHelp;
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<CommandLine> ParseCommandLine(int argc, char* const* argv) {
  const Words words(argv, static_cast<size_t>(argc));
  CommandLine line;
  line.form = words.empty() ? CommandForm::kPython : FormOf(words[0]);
  const absl::Status status = line.form == CommandForm::kHermetic
                                  ? ParseHermeticForm(words, &line)
                                  : PythonFormParser(words, &line).Parse();
  if (!status.ok()) return status;
  return line;
}

ExitCode ExitCodeFor(const absl::Status& status) {
  return IsUsageError(status) ? ExitCode::kUsage : ExitCode::kCannotStart;
}

}  // namespace hermetic::host
