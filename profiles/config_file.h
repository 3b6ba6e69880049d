// Policy files: hermetic.toml, or the table [tool.hermetic] of pyproject.toml.
//
// The nearest one from the working directory upwards is used, up to and with
// the root of the repository (.git, .hg) or of the file system. It is trusted as
// far as the directory is: its owner must be the user, root or the owner of the
// working directory, and not everyone may write it; anything else is an error
// and not skipped, for it may hold the restrictions that somebody relies on.
// A program that may write there can change the policy of the next start (not
// its own). Name the file with --config, keep it out of reach, or give the
// policy on the command line where that matters.
#ifndef HERMETIC_PROFILES_CONFIG_FILE_H_
#define HERMETIC_PROFILES_CONFIG_FILE_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "profiles/profile_book.h"
#include "profiles/setting.h"

namespace hermetic {

struct ConfigFile {
  std::vector<Setting> settings;
  std::vector<OwnProfile> profiles;
};

// The file found from `directory` (absolute), or none. Costs four system calls
// per level where there is none; nothing is parsed then. A directory that
// holds both files with a policy is an error.
absl::StatusOr<std::optional<ConfigFile>> FindConfigFile(const std::string& directory);

// A file named by the user or by the layout of an environment. `directory` is
// what its name is shown relative to. kNotFound if there is none.
absl::StatusOr<ConfigFile> ReadConfigFile(const std::string& path, SourceKind source,
                                          const std::string& directory);

// The content of such a file; `path` tells pyproject.toml by its name. nullopt
// for a pyproject.toml without [tool.hermetic].
absl::StatusOr<std::optional<ConfigFile>> ParseConfig(std::string_view text,
                                                      const std::string& path, SourceKind source,
                                                      const std::string& directory);

}  // namespace hermetic

#endif  // HERMETIC_PROFILES_CONFIG_FILE_H_
