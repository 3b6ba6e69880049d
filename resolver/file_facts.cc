#include "resolver/file_facts.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <cstdlib>
#include <memory>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "profiles/utf8.h"

namespace hermetic::resolver {
namespace {

// A regular file, or nothing: the mere opening of a FIFO would release its
// writer, and that of a device may do anything.
class OpenFile {
 public:
  explicit OpenFile(const std::string& path) {
    struct stat info;
    if (stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return;
    fd_ = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    size_ = info.st_size;
  }
  ~OpenFile() {
    if (fd_ >= 0) close(fd_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  off_t size() const { return size_; }

  std::string Read(off_t offset, size_t limit) const {
    if (fd_ < 0) return "";
    std::string text(limit, '\0');
    const ssize_t length = pread(fd_, text.data(), limit, offset);
    text.resize(length < 0 ? 0 : static_cast<size_t>(length));
    return text;
  }

 private:
  int fd_ = -1;
  off_t size_ = 0;
};

}  // namespace

FileType TypeOf(const std::string& path) {
  struct stat info;
  if (stat(path.c_str(), &info) != 0) return FileType::kMissing;
  if (S_ISREG(info.st_mode)) return FileType::kRegular;
  if (S_ISDIR(info.st_mode)) return FileType::kDirectory;
  if (S_ISFIFO(info.st_mode)) return FileType::kFifo;
  return FileType::kOther;
}

bool IsExecutableFile(const std::string& path) {
  return TypeOf(path) == FileType::kRegular && access(path.c_str(), X_OK) == 0;
}

std::string ReadHead(const std::string& path, size_t limit) {
  return OpenFile(path).Read(0, limit);
}

bool EndsAsZip(const std::string& path) {
  // The end record has 22 bytes and a comment of at most 65535.
  constexpr off_t kLongestEnd = 22 + 65535;
  const OpenFile file(path);
  const off_t start = std::max<off_t>(0, file.size() - kLongestEnd);
  return file.Read(start, static_cast<size_t>(kLongestEnd)).rfind("PK\x05\x06") !=
         std::string::npos;
}

std::string RealPath(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(realpath(path.c_str(), nullptr),
                                                         &std::free);
  return real == nullptr ? "" : real.get();
}

absl::string_view DirectoryOf(absl::string_view path) {
  const size_t slash = path.rfind('/');
  if (slash == absl::string_view::npos) return ".";
  return slash == 0 ? absl::string_view("/") : path.substr(0, slash);
}

absl::string_view BasenameOf(absl::string_view path) {
  return path.substr(path.rfind('/') + 1);  // npos + 1 is 0.
}

std::string Join(absl::string_view directory, absl::string_view name) {
  if (directory.empty()) return std::string{name};
  return absl::StrCat(directory, directory.back() == '/' ? "" : "/", name);
}

std::string FindOnPath(absl::string_view name, absl::string_view search_path) {
  if (name.empty()) return "";
  for (const absl::string_view directory : absl::StrSplit(search_path, ':')) {
    std::string candidate = Join(directory.empty() ? "." : directory, name);
    if (IsExecutableFile(candidate)) return candidate;
  }
  return "";
}

std::string Shown(absl::string_view value) {
  return IsUtf8({value.data(), value.size()}) ? absl::Utf8SafeCHexEscape(value)
                                              : absl::CHexEscape(value);
}

}  // namespace hermetic::resolver
