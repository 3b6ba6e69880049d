// Our options that are not part of a policy: what prints and exits, and where
// policies come from. A table, as profiles/option_table.h is for the rest.
#ifndef HERMETIC_HOST_HOST_OPTIONS_H_
#define HERMETIC_HOST_HOST_OPTIONS_H_

#include <string>
#include <string_view>
#include <variant>

#include "absl/types/span.h"
#include "host/command_line.h"
#include "profiles/option_table.h"

namespace hermetic::host {

// Adds a Setting to CommandLine::settings.
struct PolicySetting {
  bool operator==(const PolicySetting&) const = default;
};

struct FlagEffect {
  bool CommandLine::*field;
  bool value;
};

struct HostOption {
  std::string_view name;
  std::string_view placeholder;  // Empty: takes no value.
  std::variant<CommandAction, FlagEffect, std::string CommandLine::*, PolicySetting> effect;
  std::string_view help;
  std::string_view example;
  bool hermetic_form_only = false;
};

absl::Span<const HostOption> HostOptions();

// Any word of ours: one of the two is not null.
struct OurOption {
  const HostOption* host = nullptr;
  const Option* policy = nullptr;

  explicit operator bool() const { return host != nullptr || policy != nullptr; }
  std::string_view name() const { return host != nullptr ? host->name : policy->name; }
  bool NeedsValue() const;
  bool TakesOptionalValue() const;
};

// By name or alias, without the dashes. In the hermetic form an unambiguous
// beginning will do, as argparse has it.
OurOption FindOurOption(CommandForm form, std::string_view name);

}  // namespace hermetic::host

#endif  // HERMETIC_HOST_HOST_OPTIONS_H_
