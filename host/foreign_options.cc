#include "host/foreign_options.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "host/python_options.h"
#include "profiles/option_table.h"
#include "profiles/option_value.h"

namespace hermetic::host {
namespace {

struct ForeignOption {
  std::string_view name;
  bool kernel;
  const char* flag = "";  // What the hook calls it; empty: not known to it.
};

constexpr ForeignOption kOptions[] = {
    {"no-network", true, "no_network"},
    {"allow-localhost", true, "allow_localhost"},
    {"allow-domain", true, "allow_domains"},
    {"allow-host", true},
    {"allow-unix", true},
    // The kernel lets the interpreter itself be executed, and nothing else.
    {"no-subprocess", true, "no_subprocess"},
    {"fs-readonly", true, "fs_readonly"},
    {"fs-root", true, "fs_root"},
    {"allow-read", true},
    {"allow-write", true},
    {"deny-read", true},
    {"no-environment", false, "no_environment"},
    {"allow-env", true},
    {"scrub-env", true},
    {"no-code-exec", false, "no_code_exec"},
    {"no-interpreter-mutation", false, "no_interpreter_mutation"},
    {"block-native", false, "block_native"},
    {"deny-import", false, "deny_imports"},
    {"max-memory", true},
    {"max-cpu", true},
    {"timeout", true},
    {"max-processes", true},
    {"max-file-size", true},
    {"seal", true, "sealed"},
    {"kernel", true},
    {"trace", false, "trace"},
};

constexpr ForeignOption kUnknown = {"", false};

const ForeignOption& Find(std::string_view name) {
  const auto* const row = std::find_if(std::begin(kOptions), std::end(kOptions),
                                       [&](const ForeignOption& row) { return row.name == name; });
  return row == std::end(kOptions) ? kUnknown : *row;
}

bool IsKnownToHook(const ForeignOption& row) { return *row.flag != '\0'; }

std::vector<const Option*> InForce(const Policy& policy) {
  const Policy unrestricted;
  std::vector<const Option*> options;
  for (const Option& option : AllOptions()) {
    if (ReadValues(option, policy) != ReadValues(option, unrestricted)) options.push_back(&option);
  }
  return options;
}

bool Needs(const Option& grant, std::string_view restriction) {
  return std::find(grant.needs.begin(), grant.needs.end(), restriction) != grant.needs.end();
}

// Has `restriction` a grant in force that only the kernel knows?
bool IsForKernelAlone(const Option& restriction, const std::vector<const Option*>& in_force) {
  return Find(restriction.name).kernel &&
         std::any_of(in_force.begin(), in_force.end(), [&](const Option* option) {
           return Needs(*option, restriction.name) && !IsKnownToHook(Find(option->name));
         });
}

nlohmann::json ValueOf(const Option& option, const Policy& policy) {
  const std::vector<std::string> values = ReadValues(option, policy);
  if (IsList(option)) return values;
  if (values.front() == "true") return true;
  return values.front();
}

// Python 3.8 and later. One that does not tell its minor version may have them.
bool HasAuditHooks(absl::string_view version) {
  const std::pair<absl::string_view, absl::string_view> parts =
      absl::StrSplit(version, absl::MaxSplits('.', 1));
  int major = 0, minor = 0;
  if (!absl::SimpleAtoi(parts.first, &major) || major > 3) return true;
  return major == 3 && (!absl::SimpleAtoi(parts.second, &minor) || minor >= 8);
}

// The options of a cluster; what follows W or X is their argument.
absl::string_view Letters(absl::string_view word) {
  return word.substr(0, word.find_first_of("WX"));
}

}  // namespace

std::vector<std::string> NotHeldBy(Holders holders, const Policy& policy) {
  std::vector<std::string> names;
  for (const Option* option : InForce(policy)) {
    const ForeignOption& row = Find(option->name);
    const bool held = (holders.kernel && row.kernel) || (holders.hook && IsKnownToHook(row));
    if (!held && option->name != "kernel") names.push_back(FlagName(*option));
  }
  return names;
}

std::string HookFlags(const Policy& policy) {
  const std::vector<const Option*> in_force = InForce(policy);
  nlohmann::json flags = nlohmann::json::object();
  for (const Option* option : in_force) {
    const ForeignOption& row = Find(option->name);
    if (!IsKnownToHook(row) || IsForKernelAlone(*option, in_force)) continue;
    flags[row.flag] = ValueOf(*option, policy);
  }
  return flags.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
}

std::string KeepsHookOut(absl::string_view version, absl::Span<const std::string> words) {
  if (!HasAuditHooks(version)) return absl::StrCat("version ", version);
  for (size_t i = 1; i < words.size(); ++i) {
    const PythonWord kind = ClassifyPythonWord(words[i]);
    if (kind != PythonWord::kOptions && kind != PythonWord::kOptionsAndArg) return "";
    const absl::string_view letters = Letters(words[i]);
    const size_t at = letters.find_first_of("IES");
    if (at != letters.npos) return {'-', letters[at]};
    if (kind == PythonWord::kOptionsAndArg) ++i;
  }
  return "";
}

}  // namespace hermetic::host
