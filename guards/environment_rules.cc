#include "guards/environment_rules.h"

#include <algorithm>
#include <array>

namespace hermetic {
namespace {

struct HarmlessVariable {
  std::string_view name;  // A trailing * stands for any ending.
  std::string_view reason;
};

constexpr auto kHarmless = std::to_array<HarmlessVariable>({
    {"PATH", "subprocess, shutil.which"},
    {"HOME", "os.path.expanduser, site's user directory"},
    {"LANG", "locale, gettext"},
    {"LANGUAGE", "locale, gettext"},
    {"LC_*", "locale"},
    {"LOCPATH", "libc's locale data"},
    {"TZ", "time"},
    {"TZDIR", "libc's time zones"},
    {"PYTHON*", "the interpreter's own options"},
    {"VIRTUAL_ENV", "tools that ask which environment is active"},
    {"TMPDIR", "tempfile"},
    {"TEMP", "tempfile"},
    {"TMP", "tempfile"},
    {"TERM", "curses, rich output"},
    {"COLUMNS", "shutil.get_terminal_size, argparse"},
    {"LINES", "shutil.get_terminal_size"},
    {"NO_COLOR", "whether to colour output"},
    {"FORCE_COLOR", "whether to colour output"},
    {"PWD", "no more than getcwd says"},
    {"SHELL", "a path"},
    {"LD_LIBRARY_PATH", "where the interpreter's libraries are"},
    {"SOURCE_DATE_EPOCH", "py_compile, zipfile builds"},
    {"SETUPTOOLS_USE_DISTUTILS", "Debian's and setuptools' .pth file"},
    {"__PYVENV_LAUNCHER__", "the interpreter's own"},
    {"HERMETIC_*", "ours"},
});

bool Matches(std::string_view pattern, std::string_view name) {
  if (!pattern.ends_with('*')) return pattern == name;
  pattern.remove_suffix(1);
  return name.starts_with(pattern);
}

}  // namespace

bool IsHarmlessVariable(std::string_view name) {
  return std::any_of(kHarmless.begin(), kHarmless.end(),
                     [&](const HarmlessVariable& entry) { return Matches(entry.name, name); });
}

bool NamesSharedObjects(std::string_view name) {
  constexpr std::string_view kNames[] = {"OPENSSL_CONF", "OPENSSL_ENGINES", "OPENSSL_MODULES",
                                         "GCONV_PATH"};
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

bool SteersLinker(std::string_view entry) {
  return entry.starts_with("LD_") || NamesSharedObjects(entry.substr(0, entry.find('=')));
}

EnvironmentRules EnvironmentRules::Compile(const Policy& policy) {
  EnvironmentRules rules;
  for (std::string_view pattern : policy.allow_env) {
    if (pattern.ends_with('*')) {
      pattern.remove_suffix(1);
      rules.prefixes_.emplace_back(pattern);
    } else {
      rules.names_.emplace_back(pattern);
    }
  }
  return rules;
}

bool EnvironmentRules::IsGranted(std::string_view name) const {
  return std::find(names_.begin(), names_.end(), name) != names_.end() ||
         std::any_of(prefixes_.begin(), prefixes_.end(),
                     [&](const std::string& prefix) { return name.starts_with(prefix); });
}

}  // namespace hermetic
