#include "host/host_options.h"

#include <array>

namespace hermetic::host {
namespace {

constexpr std::array<HostOption, 11> kHostOptions = {{
    {"profile", "NAME", PolicySetting(), "Apply a named policy; repeatable.",
     "hermetic-python --profile net-hermetic -m pytest"},
    {"config", "FILE", &CommandLine::config_file,
     "Read this policy file instead of looking for one.",
     "hermetic-python --config ci/hermetic.toml -m pytest"},
    {"no-config", "", FlagEffect{&CommandLine::find_config_file, false},
     "Read no policy file but that of the virtual environment.",
     "hermetic-python --no-config --no-network report.py"},
    {"venv", "DIR", &CommandLine::venv, "Use this virtual environment.",
     "hermetic-python --venv .venv -m pytest"},
    {"explain-kernel", "", FlagEffect{&CommandLine::explain_kernel, true},
     "Name the option and the library behind a refusal of the kernel; needs --no-subprocess.",
     "hermetic-python --no-network --no-subprocess --explain-kernel report.py"},
    {"print-policy", "", CommandAction::kPrintPolicy,
     "Print each value in force and where it came from, then exit.",
     "hermetic-python --profile agent --print-policy"},
    {"print-target", "", CommandAction::kPrintTarget, "Print what would run and why, then exit.",
     "hermetic-python --print-target pytest"},
    {"doctor", "", CommandAction::kDoctor, "Print what this machine can enforce, then exit.",
     "hermetic-python --doctor"},
    {"hermetic-version", "", CommandAction::kHermeticVersion,
     "Print the version of hermetic-python, then exit.", "hermetic-python --hermetic-version"},
    {"help", "", CommandAction::kHelp, "Print this help, then exit.", "hermetic-python --help"},
    {"version", "", CommandAction::kHermeticVersion, "Print the version of hermetic, then exit.",
     "hermetic --version", true},
}};

const HostOption* FindHostOption(std::string_view name) {
  for (const HostOption& option : kHostOptions) {
    if (option.name == name) return &option;
  }
  return nullptr;
}

bool StartsWith(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

}  // namespace

absl::Span<const HostOption> HostOptions() { return kHostOptions; }

bool OurOption::NeedsValue() const {
  return host != nullptr ? !host->placeholder.empty() : ::hermetic::NeedsValue(*policy);
}

bool OurOption::TakesOptionalValue() const {
  return policy != nullptr && policy->kind == OptionKind::kFlagOrRoot;
}

OurOption FindOurOption(CommandForm form, std::string_view name) {
  const HostOption* host = FindHostOption(name);
  if (host != nullptr && (form == CommandForm::kHermetic || !host->hermetic_form_only)) {
    return {.host = host};
  }
  const OurOption exact = {.policy = FindFlag(name)};
  if (exact || form == CommandForm::kPython) return exact;

  OurOption found;
  int matches = 0;
  for (const HostOption& option : kHostOptions) {
    if (!StartsWith(option.name, name)) continue;
    found = {.host = &option};
    ++matches;
  }
  for (const Option& option : AllOptions()) {
    if (!StartsWith(option.name, name) || FindFlag(option.name) == nullptr) continue;
    found = {.policy = &option};
    ++matches;
  }
  return matches == 1 ? found : OurOption();
}

}  // namespace hermetic::host
