#include "profiles/config_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "absl/cleanup/cleanup.h"
#include "absl/strings/str_cat.h"

namespace hermetic {
namespace {

constexpr size_t kMaxFileBytes = size_t{1} << 20;

struct FileText {
  std::string text;
  struct stat info = {};
};

absl::Status Unreadable(const std::string& path, absl::string_view problem) {
  return absl::InvalidArgumentError(absl::StrCat(path, ": ", problem));
}

// kNotFound if there is no such file.
absl::StatusOr<FileText> ReadText(const std::string& path) {
  // O_NONBLOCK: opening a FIFO must not wait for a writer.
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0) {
    const int error = errno;
    if (error == ENOENT || error == ENOTDIR) return absl::NotFoundError(path);
    return Unreadable(path, strerror(error));
  }
  const absl::Cleanup close_fd = [fd] { close(fd); };
  FileText file;
  if (fstat(fd, &file.info) != 0 || !S_ISREG(file.info.st_mode)) {
    return Unreadable(path, "is not a regular file");
  }
  char buffer[8192];
  ssize_t count = 0;
  while ((count = read(fd, buffer, sizeof buffer)) > 0) {
    file.text.append(buffer, static_cast<size_t>(count));
    if (file.text.size() > kMaxFileBytes) return Unreadable(path, "is larger than 1 MiB");
  }
  if (count < 0) return Unreadable(path, strerror(errno));
  return file;
}

// Nobody means a policy for this user where he cannot even look for one: a
// service that has dropped its privileges, in a directory of root's.
bool MayLookIn(const std::string& directory) {
  return faccessat(AT_FDCWD, directory.c_str(), X_OK, AT_EACCESS) == 0 || errno != EACCES;
}

bool Exists(const std::string& path) { return access(path.c_str(), F_OK) == 0; }

absl::Status CheckTrust(const std::string& path, const struct stat& file,
                        const std::string& working_directory) {
  struct stat directory = {};
  const bool known = stat(working_directory.c_str(), &directory) == 0;
  const bool owner_is_fine =
      file.st_uid == geteuid() || file.st_uid == 0 || (known && file.st_uid == directory.st_uid);
  const char* problem = nullptr;
  if (!owner_is_fine) problem = "it belongs to another user";
  if ((file.st_mode & S_IWOTH) != 0) problem = "everyone may write it";
  if (problem == nullptr) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(
      path, ": not trusted, for ", problem, " (--config FILE uses it, --no-config does without)"));
}

std::string ParentOf(const std::string& directory) {
  const size_t slash = directory.rfind('/');
  return slash == 0 ? "/" : directory.substr(0, slash);
}

// The policy in directory/name, or none.
absl::StatusOr<std::optional<ConfigFile>> ReadFound(const std::string& level, const char* name,
                                                    const std::string& working_directory) {
  const std::string path = absl::StrCat(level == "/" ? "" : level, "/", name);
  const absl::StatusOr<FileText> file = ReadText(path);
  if (absl::IsNotFound(file.status())) return std::nullopt;
  if (!file.ok() && !MayLookIn(level)) return std::nullopt;
  if (!file.ok()) return file.status();
  absl::StatusOr<std::optional<ConfigFile>> config =
      ParseConfig(file->text, path, SourceKind::kConfigFile, working_directory);
  // What is not trusted is told before what is wrong in it.
  if (!config.ok() || config->has_value()) {
    absl::Status trusted = CheckTrust(path, file->info, working_directory);
    if (!trusted.ok()) return trusted;
  }
  return config;
}

}  // namespace

absl::StatusOr<std::optional<ConfigFile>> FindConfigFile(const std::string& directory) {
  if (directory.empty() || directory[0] != '/') return std::nullopt;
  for (std::string level = directory;; level = ParentOf(level)) {
    auto own = ReadFound(level, "hermetic.toml", directory);
    if (!own.ok()) return own;
    auto pyproject = ReadFound(level, "pyproject.toml", directory);
    if (!pyproject.ok()) return pyproject;
    if (own->has_value() && pyproject->has_value()) {
      return absl::InvalidArgumentError(absl::StrCat(
          level, ": both hermetic.toml and [tool.hermetic] in pyproject.toml hold a policy"));
    }
    if (own->has_value()) return own;
    if (pyproject->has_value()) return pyproject;
    if (level == "/" || Exists(level + "/.git") || Exists(level + "/.hg")) return std::nullopt;
  }
}

absl::StatusOr<ConfigFile> ReadConfigFile(const std::string& path, SourceKind source,
                                          const std::string& directory) {
  const absl::StatusOr<FileText> file = ReadText(path);
  if (!file.ok()) return file.status();
  absl::StatusOr<std::optional<ConfigFile>> config =
      ParseConfig(file->text, path, source, directory);
  if (!config.ok()) return config.status();
  if (!config->has_value()) return Unreadable(path, "has no [tool.hermetic]");
  return **std::move(config);
}

}  // namespace hermetic
