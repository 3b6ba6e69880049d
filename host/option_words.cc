#include "host/option_words.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "CLI/CLI.hpp"
#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "profiles/absl_view.h"
#include "profiles/option_value.h"

namespace hermetic::host {
namespace {

using Values = std::vector<std::string>;

constexpr absl::string_view kUsagePayload = "hermetic/usage-error";

void Apply(const HostOption& option, const Values& values, CommandLine* line) {
  if (const auto* action = std::get_if<CommandAction>(&option.effect)) {
    line->action = *action;
  } else if (const auto* flag = std::get_if<FlagEffect>(&option.effect)) {
    line->*(flag->field) = flag->value;
  } else if (const auto* field = std::get_if<std::string CommandLine::*>(&option.effect)) {
    line->*(*field) = values.back();
  } else {
    for (const std::string& value : values) {
      line->settings.push_back({.name = std::string(option.name),
                                .value = value,
                                .origin = {SourceKind::kCommandLine, "--profile"}});
    }
  }
}

void Apply(const Option& option, const Values& values, CommandLine* line) {
  const bool is_flag = option.kind == OptionKind::kFlag;
  for (const std::string& value : values) {
    const bool bare = is_flag || value.empty();
    line->settings.push_back({.name = std::string(option.name),
                              .value = bare ? "true" : value,
                              .origin = {SourceKind::kCommandLine, FlagName(option)}});
  }
}

template <typename Row>
CLI::Option* AddOption(const Row& row, std::string_view placeholder, bool value_is_optional,
                       CommandLine* line, CLI::App* app) {
  const std::string flag = absl::StrCat("--", AbslView(row.name));
  const std::string help = absl::StrCat(AbslView(row.help), "\n", AbslView(row.example));
  // Without `line` the option is only there to be listed.
  const auto apply = [&row, line](const Values& values) { Apply(row, values, line); };
  CLI::Option* option = nullptr;
  if (placeholder.empty()) {
    option = app->add_flag_function(
        flag, [apply](int64_t) { apply({"true"}); }, help);
  } else {
    option = app->add_option_function<Values>(flag, apply, help);
    option->expected(value_is_optional ? 0 : 1, 1);
    option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    option->allow_extra_args(false);  // Or "[x]" would be read as a list of x.
    option->option_text(value_is_optional ? absl::StrCat("[=", AbslView(placeholder), "]")
                                          : absl::StrCat(" ", AbslView(placeholder)));
  }
  return option;
}

CLI::Option* AddOption(const OurOption& option, CommandLine* line, CLI::App* app) {
  if (option.host != nullptr) {
    return AddOption(*option.host, option.host->placeholder, /*value_is_optional=*/false, line,
                     app);
  }
  return AddOption(*option.policy, Placeholder(option.policy->kind), option.TakesOptionalValue(),
                   line, app);
}

// Names and help as CLI11 has them; the value where our table has put it.
class HelpFormatter : public CLI::Formatter {
 public:
  explicit HelpFormatter(std::string usage) : usage_(std::move(usage)) { column_width(34); }

  std::string make_usage(const CLI::App*, std::string) const override { return usage_ + "\n"; }
  std::string make_option_opts(const CLI::Option* option) const override {
    return option->get_option_text();
  }

 private:
  std::string usage_;
};

}  // namespace

absl::Status ApplyOptionWords(const std::vector<OptionWord>& words, CommandLine* line) {
  CLI::App app;
  app.set_help_flag();
  std::vector<std::string> known;
  // CLI11 wants the last word first.
  std::vector<std::string> reversed;
  for (const OptionWord& word : words) {
    const std::string flag = absl::StrCat("--", AbslView(word.option.name()));
    if (word.value && !word.option.NeedsValue() && !word.option.TakesOptionalValue()) {
      return UsageError(absl::StrCat(flag, " takes no value, not ", Quoted(*word.value)));
    }
    if (word.value && word.value->empty()) {
      return absl::InvalidArgumentError(absl::StrCat(flag, ": the value is empty"));
    }
    // Only what is used: the whole table would cost more than the parsing.
    if (std::find(known.begin(), known.end(), flag) == known.end()) {
      AddOption(word.option, line, &app);
      known.push_back(flag);
    }
    reversed.push_back(word.value ? absl::StrCat(flag, "=", *word.value) : flag);
  }
  std::reverse(reversed.begin(), reversed.end());
  try {
    app.parse(std::move(reversed));
  } catch (const CLI::ParseError& error) {
    return UsageError(error.what());
  }
  if (!line->find_config_file && !line->config_file.empty()) {
    return UsageError("--config and --no-config exclude each other");
  }
  return absl::OkStatus();
}

std::string OptionsHelp(CommandForm form) {
  const bool hermetic = form == CommandForm::kHermetic;
  CLI::App app;
  app.set_help_flag();
  app.formatter(std::make_shared<HelpFormatter>(
      hermetic ? "usage: hermetic [options] -- target [arg] ..."
               : "usage: hermetic-python [options] [python3's options] "
                 "[-c cmd | -m mod | file | -] [arg] ..."));
  for (const Option& option : AllOptions()) {
    if (FindFlag(option.name) == nullptr) continue;
    AddOption({.policy = &option}, nullptr, &app)->group(std::string(GroupTitle(option.group)));
  }
  for (const HostOption& option : HostOptions()) {
    if (option.hermetic_form_only && !hermetic) continue;
    AddOption({.host = &option}, nullptr, &app)->group("Policies and information");
  }
  return app.help();
}

absl::Status UsageError(absl::string_view message) {
  absl::Status status = absl::InvalidArgumentError(message);
  status.SetPayload(kUsagePayload, absl::Cord());
  return status;
}

bool IsUsageError(const absl::Status& status) {
  return status.GetPayload(kUsagePayload).has_value();
}

}  // namespace hermetic::host
