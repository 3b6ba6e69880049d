// The one list of what a policy can say. The command line, TOML keys,
// HERMETIC_* variables, --help, --print-policy, the hand-over to children and
// docs/policy.md are all derived from it. One row per field of Policy.
#ifndef HERMETIC_PROFILES_OPTION_TABLE_H_
#define HERMETIC_PROFILES_OPTION_TABLE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "absl/time/time.h"
#include "absl/types/span.h"
#include "profiles/policy.h"

namespace hermetic {

// The syntax of an option's values (option_value.h). Lists are repeatable.
enum class OptionKind : uint8_t {
  kFlag,
  kFlagOrRoot,  // A flag that may carry the value of fs-root.
  kDirectory,
  kPath,
  kKernelMode,
  kOnViolation,
  kSize,
  kDuration,
  kCount,
  kDomainList,
  kHostList,
  kExecutableList,
  kPathList,
  kVariableList,
  kModuleList,
};

enum class OptionGroup : uint8_t {
  kNetwork,
  kProcesses,
  kFiles,
  kEnvironment,
  kCode,
  kLimits,
  kEnforcement,
};

// Which way a policy moves when the option is given (a flag set, a list
// longer, a limit lower).
enum class OptionEffect : uint8_t { kTightens, kLoosens, kNeither };

using OptionField =
    std::variant<bool Policy::*, std::string Policy::*, std::vector<std::string> Policy::*,
                 std::optional<int64_t> Policy::*, std::optional<absl::Duration> Policy::*,
                 KernelMode Policy::*, OnViolation Policy::*>;

struct Option {
  std::string_view name;  // "allow-domain"
  OptionField field;
  OptionKind kind;
  OptionGroup group;
  OptionEffect effect;
  std::string_view help;     // One line.
  std::string_view example;  // A whole command line.
  // The option has a meaning only together with one of these.
  std::array<std::string_view, 2> needs = {};
  // Other spellings: with dashes on the command line too, with underscores in
  // files and in the Python API only (the names of the package `hermetic`).
  std::array<std::string_view, 2> aliases = {};
};

inline constexpr size_t kOptionCount = 34;
absl::Span<const Option> AllOptions();
size_t OptionIndex(const Option& option);

bool IsList(const Option& option);
// True if the option makes no sense without a value.
bool NeedsValue(const Option& option);

// By the name or alias as the command line has it, without the leading dashes.
// Null if unknown; fs-root is no word of the command line.
const Option* FindFlag(std::string_view name);
// By TOML key or Python keyword. Null if unknown.
const Option* FindKey(std::string_view key);

// "--allow-domain"; for fs-root, "--fs-readonly=ROOT".
std::string FlagName(const Option& option);
std::string KeyName(const Option& option);       // "allow_domain"
std::string VariableName(const Option& option);  // "HERMETIC_ALLOW_DOMAIN"
std::string_view Placeholder(OptionKind kind);   // "D", "SIZE"; empty for a flag.
std::string_view GroupTitle(OptionGroup group);

}  // namespace hermetic

#endif  // HERMETIC_PROFILES_OPTION_TABLE_H_
