#include "profiles/policy_sources.h"

#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "profiles/config_file.h"
#include "profiles/merge.h"
#include "profiles/policy_check.h"

namespace hermetic {
namespace {

// Sources 1 and 2. Their profiles go into `book`, so that every source can name them.
absl::StatusOr<std::vector<std::vector<Setting>>> ReadFiles(const PolicyRequest& request,
                                                            ProfileBook* book) {
  std::vector<ConfigFile> files;
  const std::string& directory = request.working_directory;
  if (!request.config_file.empty()) {
    const bool absolute = request.config_file[0] == '/';
    const std::string path =
        absolute ? request.config_file : absl::StrCat(directory, "/", request.config_file);
    absl::StatusOr<ConfigFile> file = ReadConfigFile(path, SourceKind::kConfigFile, directory);
    if (absl::IsNotFound(file.status())) {
      return absl::InvalidArgumentError(
          absl::StrCat("--config: ", request.config_file, ": no such file"));
    }
    if (!file.ok()) return file.status();
    files.push_back(*std::move(file));
  } else if (request.find_config_file) {
    absl::StatusOr<std::optional<ConfigFile>> file = FindConfigFile(directory);
    if (!file.ok()) return file.status();
    if (file->has_value()) files.push_back(**std::move(file));
  }
  if (!request.venv.empty()) {
    absl::StatusOr<ConfigFile> file = ReadConfigFile(absl::StrCat(request.venv, "/hermetic.toml"),
                                                     SourceKind::kEnvironmentFile, directory);
    if (!file.ok() && !absl::IsNotFound(file.status())) return file.status();
    if (file.ok()) files.push_back(*std::move(file));
  }

  std::vector<std::vector<Setting>> settings;
  for (ConfigFile& file : files) {
    for (OwnProfile& profile : file.profiles) {
      if (absl::Status status = book->Add(std::move(profile)); !status.ok()) return status;
    }
    settings.push_back(std::move(file.settings));
  }
  return settings;
}

// A sealed file that --config or --no-config leaves out is not loosened that way.
// One that cannot be read says nothing here.
absl::Status CheckLeftOut(const PolicyRequest& request, const PolicyWithOrigins& merged) {
  if (request.find_config_file && request.config_file.empty()) return absl::OkStatus();
  absl::StatusOr<std::optional<ConfigFile>> file = FindConfigFile(request.working_directory);
  if (!file.ok() || !file->has_value()) return absl::OkStatus();
  ProfileBook book;
  for (OwnProfile& profile : (*file)->profiles) book.Add(std::move(profile)).IgnoreError();
  const absl::StatusOr<PolicyWithOrigins> policy = book.Apply((*file)->settings);
  if (!policy.ok()) return absl::OkStatus();
  absl::Status status = CheckSeal(*policy, merged);
  if (status.ok()) return status;
  return absl::InvalidArgumentError(
      absl::StrCat(request.config_file.empty() ? "--no-config" : "--config",
                   " leaves out a sealed file: ", status.message()));
}

// A profile can seal itself wherever it is named.
absl::Status CheckSealedProfiles(const std::vector<Setting>& source, const ProfileBook& book,
                                 const PolicyWithOrigins& merged) {
  for (const Setting& setting : source) {
    if (setting.name != kProfileSetting) continue;
    const absl::StatusOr<PolicyWithOrigins> profile = book.Apply({setting});
    if (!profile.ok()) return profile.status();
    if (absl::Status status = CheckSeal(*profile, merged); !status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<PolicyWithOrigins> LoadPolicy(const PolicyRequest& request, ProfileBook* book) {
  *book = ProfileBook();
  absl::StatusOr<std::vector<std::vector<Setting>>> sources = ReadFiles(request, book);
  if (!sources.ok()) return sources.status();
  const size_t file_count = sources->size();

  absl::StatusOr<std::vector<Setting>> variables =
      SettingsFromVariables(request.environ, request.working_directory);
  if (!variables.ok()) return variables.status();
  sources->push_back(*std::move(variables));

  sources->push_back(request.command_line);
  for (Setting& setting : sources->back()) setting.directory = request.working_directory;

  PolicyWithOrigins merged;
  PolicyWithOrigins without_variables;
  std::vector<PolicyWithOrigins> files;
  for (size_t i = 0; i < sources->size(); ++i) {
    if ((*sources)[i].empty()) continue;
    absl::StatusOr<PolicyWithOrigins> policy = book->Apply((*sources)[i]);
    if (!policy.ok()) return policy.status();
    merged = Override(merged, *policy);
    if (i != file_count) without_variables = Override(without_variables, *policy);
    if (i < file_count) files.push_back(*std::move(policy));
  }
  for (const PolicyWithOrigins& file : files) {
    if (absl::Status status = CheckSeal(file, merged); !status.ok()) return status;
  }
  if (absl::Status status = CheckLeftOut(request, merged); !status.ok()) return status;
  for (size_t i = file_count; i < sources->size(); ++i) {
    absl::Status status = CheckSealedProfiles((*sources)[i], *book, merged);
    if (!status.ok()) return status;
  }
  // A seal on the command line composes with files, which stand in view; what
  // the environment adds to it unseen is refused.
  if (absl::Status status = CheckSeal(without_variables, merged); !status.ok()) return status;
  if (absl::Status status = CheckPolicy(merged); !status.ok()) return status;
  return merged;
}

}  // namespace hermetic
