// The named policies that need no file. Data only: profile_book.h applies them.
#ifndef HERMETIC_PROFILES_BUILTIN_PROFILES_H_
#define HERMETIC_PROFILES_BUILTIN_PROFILES_H_

#include <string_view>

#include "absl/types/span.h"

namespace hermetic {

struct ProfileSetting {
  std::string_view option;
  std::string_view value;  // Paths: relative to the working directory of the start.
};

struct BuiltinProfile {
  std::string_view name;
  std::string_view help;  // One line.
  absl::Span<const ProfileSetting> settings;
};

absl::Span<const BuiltinProfile> BuiltinProfiles();
// Null if unknown.
const BuiltinProfile* FindBuiltinProfile(std::string_view name);

}  // namespace hermetic

#endif  // HERMETIC_PROFILES_BUILTIN_PROFILES_H_
