#include "profiles/profile_book.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "profiles/builtin_profiles.h"
#include "profiles/merge.h"
#include "profiles/near_names.h"
#include "profiles/option_value.h"

namespace hermetic {
namespace {

// A built-in profile's settings are told by where the profile was named; an
// own one's by their lines in its file.
std::vector<Setting> SettingsOf(const BuiltinProfile& profile, const Setting& naming) {
  std::vector<Setting> settings;
  for (const ProfileSetting& setting : profile.settings) {
    settings.push_back(
        {.name = std::string(setting.option),
         .value = std::string(setting.value),
         .directory = naming.directory,
         .origin = {naming.origin.source,
                    absl::StrCat("profile ", naming.value, " (", naming.origin.text, ")")}});
  }
  return settings;
}

std::vector<Setting> SettingsOf(const OwnProfile& profile, const Setting& naming) {
  std::vector<Setting> settings = profile.settings;
  for (Setting& setting : settings) {
    setting.origin = {naming.origin.source,
                      absl::StrCat("profile ", profile.name, " (", setting.origin.text, ")")};
  }
  return settings;
}

}  // namespace

absl::Status ProfileBook::Add(OwnProfile profile) {
  if (FindBuiltinProfile(profile.name) != nullptr) {
    return absl::InvalidArgumentError(absl::StrCat(profile.place, ": ", Quoted(profile.name),
                                                   " is the name of a built-in profile"));
  }
  if (const OwnProfile* same = FindOwn(profile.name)) {
    return absl::InvalidArgumentError(absl::StrCat(
        profile.place, ": profile ", Quoted(profile.name), " is defined in ", same->place, " too"));
  }
  own_.push_back(std::move(profile));
  return absl::OkStatus();
}

absl::StatusOr<PolicyWithOrigins> ProfileBook::Apply(const std::vector<Setting>& settings) const {
  std::vector<std::string> open;
  return Apply(settings, &open);
}

absl::StatusOr<PolicyWithOrigins> ProfileBook::Apply(const std::vector<Setting>& settings,
                                                     std::vector<std::string>* open) const {
  PolicyWithOrigins profiles;
  PolicyWithOrigins own;
  for (const Setting& setting : settings) {
    if (setting.name != kProfileSetting) {
      if (absl::Status status = SetOption(setting, &own); !status.ok()) return status;
      continue;
    }
    absl::StatusOr<PolicyWithOrigins> expanded = Expand(setting, open);
    if (!expanded.ok()) return expanded.status();
    profiles = Union(profiles, *expanded);
  }
  return Override(profiles, own);
}

// NOLINTNEXTLINE(misc-no-recursion): as deep as profiles name each other; `open` ends circles.
absl::StatusOr<PolicyWithOrigins> ProfileBook::Expand(const Setting& naming,
                                                      std::vector<std::string>* open) const {
  if (const BuiltinProfile* builtin = FindBuiltinProfile(naming.value)) {
    return Apply(SettingsOf(*builtin, naming), open);
  }
  const OwnProfile* found = FindOwn(naming.value);
  if (found == nullptr) return UnknownProfile(naming);
  if (std::find(open->begin(), open->end(), naming.value) != open->end()) {
    return SettingError(naming, absl::StrCat("profiles in a circle: ", absl::StrJoin(*open, ", "),
                                             ", ", naming.value));
  }
  open->push_back(naming.value);
  absl::StatusOr<PolicyWithOrigins> policy = Apply(SettingsOf(*found, naming), open);
  open->pop_back();
  return policy;
}

const OwnProfile* ProfileBook::FindOwn(std::string_view name) const {
  const auto found = std::find_if(own_.begin(), own_.end(),
                                  [&](const OwnProfile& profile) { return profile.name == name; });
  return found == own_.end() ? nullptr : &*found;
}

absl::Status ProfileBook::UnknownProfile(const Setting& naming) const {
  std::vector<std::string> names;
  for (const OwnProfile& profile : own_) names.push_back(profile.name);
  for (const BuiltinProfile& profile : BuiltinProfiles()) names.emplace_back(profile.name);
  std::string hint = DidYouMean(naming.value, names);
  if (hint.empty()) hint = absl::StrCat("; known are ", absl::StrJoin(names, ", "));
  return SettingError(naming, absl::StrCat("unknown profile ", Quoted(naming.value), hint));
}

absl::StatusOr<PolicyWithOrigins> ProfileBook::ApplyProfile(std::string_view name,
                                                            std::string_view directory) const {
  if (FindBuiltinProfile(name) == nullptr && FindOwn(name) == nullptr) {
    return absl::NotFoundError(absl::StrCat("unknown profile ", Quoted(name)));
  }
  return Apply({{.name = std::string(kProfileSetting),
                 .value = std::string(name),
                 .directory = std::string(directory),
                 .origin = {SourceKind::kApi, "profile="}}});
}

}  // namespace hermetic
