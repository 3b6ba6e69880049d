#include "profiles/builtin_profiles.h"

namespace hermetic {
namespace {

// The first five are those of the package `hermetic` (PROFILES), field by field.
constexpr ProfileSetting kBlockAll[] = {
    {"no-network", "true"},     {"no-subprocess", "true"}, {"fs-readonly", "true"},
    {"no-environment", "true"}, {"no-code-exec", "true"},  {"no-interpreter-mutation", "true"},
    {"block-native", "true"},
};
constexpr ProfileSetting kNetHermetic[] = {{"no-network", "true"}, {"allow-localhost", "true"}};
constexpr ProfileSetting kExecDeny[] = {{"no-subprocess", "true"}};
constexpr ProfileSetting kFsReadonly[] = {{"fs-readonly", "true"}};
constexpr ProfileSetting kBlockNative[] = {{"block-native", "true"}};

// Code that a language model wrote: it computes on what lies in the working
// directory, and has no way to tell anyone or to leave anything behind.
constexpr ProfileSetting kAgent[] = {
    {"no-network", "true"},
    {"no-subprocess", "true"},
    // Reads end at the working directory: ~/.ssh and ~/.aws are out of reach.
    {"fs-readonly", "."},
    // Keys and tokens are variables. What is left tells about the terminal,
    // the language and threads, and numerical libraries ask for it.
    {"no-environment", "true"},
    {"allow-env", "LANG"},
    {"allow-env", "LANGUAGE"},
    {"allow-env", "LC_*"},
    {"allow-env", "TZ"},
    {"allow-env", "TERM"},
    {"allow-env", "COLUMNS"},
    {"allow-env", "LINES"},
    {"allow-env", "NO_COLOR"},
    {"allow-env", "TMPDIR"},
    {"allow-env", "OMP_*"},
    {"allow-env", "OPENBLAS_*"},
    {"allow-env", "MKL_*"},
    {"allow-env", "NUMEXPR_*"},
    {"allow-env", "NPY_*"},
    {"allow-env", "MPL*"},
    // ctypes and strange extension modules would step around the guards.
    {"block-native", "true"},
    {"allow-native", "numpy"},
    {"allow-native", "pandas"},
    {"allow-native", "scipy"},
    {"allow-native", "sklearn"},
    {"allow-native", "matplotlib"},
    {"allow-native", "contourpy"},
    {"allow-native", "kiwisolver"},
    {"allow-native", "PIL"},
    {"no-interpreter-mutation", "true"},
    // No no-code-exec: the code is unknown anyway, what it compiles is held by
    // the same guards, and numpy and pandas import pickle.
    // Libraries look for much that they do without, if they are told as the
    // system would tell them.
    {"on-violation", "oserror"},
};

constexpr BuiltinProfile kProfiles[] = {
    {"block-all", "All seven restrictions, no exceptions.", kBlockAll},
    {"net-hermetic", "No network but loopback: for test suites.", kNetHermetic},
    {"exec-deny", "No other programs.", kExecDeny},
    {"fs-readonly", "No changes to files.", kFsReadonly},
    {"block-native", "No third-party native code.", kBlockNative},
    {"agent",
     "Code from a language model: reads the working directory, writes nothing, reaches nothing.",
     kAgent},
};

}  // namespace

absl::Span<const BuiltinProfile> BuiltinProfiles() { return kProfiles; }

const BuiltinProfile* FindBuiltinProfile(std::string_view name) {
  for (const BuiltinProfile& profile : kProfiles) {
    if (profile.name == name) return &profile;
  }
  return nullptr;
}

}  // namespace hermetic
