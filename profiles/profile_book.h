// All profiles that a start can name, and the way from what a source said,
// profiles included, to a policy.
#ifndef HERMETIC_PROFILES_PROFILE_BOOK_H_
#define HERMETIC_PROFILES_PROFILE_BOOK_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "profiles/policy_with_origins.h"
#include "profiles/setting.h"

namespace hermetic {

// The name under which a Setting applies a profile; its value is the profile's name.
inline constexpr std::string_view kProfileSetting = "profile";

// A profile that a policy file defines.
struct OwnProfile {
  std::string name;
  std::string place;  // "hermetic.toml:12"
  std::vector<Setting> settings;
};

class ProfileBook {
 public:
  // kInvalidArgument if the name is taken, by a built-in profile too.
  absl::Status Add(OwnProfile profile);

  // One source's settings as a policy. Profiles add up (Union); what the source
  // says itself then goes over them (Override). kInvalidArgument for a bad
  // value, an unknown profile (with near names) and profiles in a circle.
  absl::StatusOr<PolicyWithOrigins> Apply(const std::vector<Setting>& settings) const;

  // One profile alone, for the Python API. `directory` is where a built-in one's
  // relative paths start. kNotFound if there is none of this name.
  absl::StatusOr<PolicyWithOrigins> ApplyProfile(std::string_view name,
                                                 std::string_view directory) const;

 private:
  absl::StatusOr<PolicyWithOrigins> Apply(const std::vector<Setting>& settings,
                                          std::vector<std::string>* open) const;
  absl::StatusOr<PolicyWithOrigins> Expand(const Setting& naming,
                                           std::vector<std::string>* open) const;
  const OwnProfile* FindOwn(std::string_view name) const;
  absl::Status UnknownProfile(const Setting& naming) const;

  std::vector<OwnProfile> own_;
};

}  // namespace hermetic

#endif  // HERMETIC_PROFILES_PROFILE_BOOK_H_
