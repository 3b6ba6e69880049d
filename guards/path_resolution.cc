#include "guards/path_resolution.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>

namespace hermetic {
namespace {

constexpr int kMaxLinks = 40;  // As the kernel has it, path_resolution(7).

int RawOpen(int dirfd, const char* path, int flags) {
  return static_cast<int>(syscall(SYS_openat, dirfd, path, flags | O_CLOEXEC, 0));
}

// A descriptor of ours for the length of a question. It carries no authority:
// whoever exchanges it meanwhile is asked about what he put there.
class BriefDescriptor {
 public:
  explicit BriefDescriptor(int fd) : fd_(fd) {}
  ~BriefDescriptor() {
    const int saved = errno;
    if (fd_ >= 0) syscall(SYS_close, fd_);
    errno = saved;
  }
  BriefDescriptor(const BriefDescriptor&) = delete;
  BriefDescriptor& operator=(const BriefDescriptor&) = delete;
  int get() const { return fd_; }
  void Reset(int fd) {
    if (fd_ >= 0) syscall(SYS_close, fd_);
    fd_ = fd;
  }

 private:
  int fd_;
};

// The canonical path of a file that is there.
bool ResolveExisting(int dirfd, const char* path, LastLink last, PathBuffer* canonical) {
  const int nofollow = last == LastLink::kKeep ? O_NOFOLLOW : 0;
  const BriefDescriptor file(RawOpen(dirfd, path, O_PATH | nofollow));
  return file.get() >= 0 && ReadDescriptorPath(file.get(), canonical);
}

// The canonical path of the nearest directory that is there, and the rest as it
// is written: enough to tell whose business it is that the rest is missing.
bool ResolveNearest(int dirfd, std::string_view path, PathBuffer* canonical) {
  PathBuffer start;
  for (size_t end = path.rfind('/'); end != std::string_view::npos && end > 0;
       end = path.rfind('/', end - 1)) {
    if (!start.Assign(path.substr(0, end))) return false;
    if (ResolveExisting(dirfd, start.c_str(), LastLink::kFollow, canonical)) {
      return AppendName(path.substr(end + 1), canonical);
    }
  }
  const bool is_absolute = path.starts_with('/');
  return ResolveExisting(dirfd, is_absolute ? "/" : ".", LastLink::kFollow, canonical) &&
         AppendName(path.substr(is_absolute ? 1 : 0), canonical);
}

// The canonical path of a file that is not there, or of a link to nothing.
bool ResolveMissing(int dirfd, std::string_view path, LastLink last, PathBuffer* canonical) {
  PathBuffer parent, name, target;
  BriefDescriptor base(-1);
  for (int links = 0; links < kMaxLinks; ++links) {
    const int start = base.get() >= 0 ? base.get() : dirfd;
    if (!SplitEntry(path, &parent, &name)) return ResolveNearest(start, path, canonical);
    const int directory = RawOpen(start, parent.c_str(), O_PATH | O_DIRECTORY);
    if (directory < 0) return ResolveNearest(start, path, canonical);
    base.Reset(directory);
    if (!ReadDescriptorPath(base.get(), canonical)) return false;
    char link[PATH_MAX];
    const long length = last == LastLink::kKeep
                            ? -1
                            : syscall(SYS_readlinkat, base.get(), name.c_str(), link, sizeof(link));
    if (length < 0) {
      return AppendName(name.view(), canonical) && (!path.ends_with('/') || canonical->Append("/"));
    }
    if (!target.Assign({link, static_cast<size_t>(length)})) return false;
    path = target.view();
  }
  errno = ELOOP;
  return false;
}

}  // namespace

bool PathBuffer::Assign(std::string_view text) {
  size_ = 0;
  text_[0] = '\0';
  return Append(text);
}

bool PathBuffer::Append(std::string_view text) {
  if (size_ + text.size() >= sizeof(text_)) {
    errno = ENAMETOOLONG;
    return false;
  }
  std::memcpy(text_ + size_, text.data(), text.size());
  size_ += text.size();
  text_[size_] = '\0';
  return true;
}

bool ReadDescriptorPath(int fd, PathBuffer* path) {
  char link[32] = "/proc/self/fd/";
  char* const number = link + std::strlen(link);
  *std::to_chars(number, link + sizeof(link) - 1, fd).ptr = '\0';
  const long length = syscall(SYS_readlinkat, AT_FDCWD, link, path->text_, sizeof(path->text_) - 1);
  path->size_ = length < 0 ? 0 : static_cast<size_t>(length);
  path->text_[path->size_] = '\0';
  return length >= 0;
}

bool ResolvePath(int dirfd, const char* path, LastLink last, PathBuffer* canonical) {
  if (ResolveExisting(dirfd, path, last, canonical)) return true;
  const bool is_missing = errno == ENOENT || errno == ENOTDIR || errno == EACCES;
  return is_missing && path[0] != '\0' && ResolveMissing(dirfd, path, last, canonical);
}

bool AppendName(std::string_view name, PathBuffer* path) {
  return (path->view().ends_with('/') || path->Append("/")) && path->Append(name);
}

bool SplitEntry(std::string_view path, PathBuffer* parent, PathBuffer* name) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  const size_t slash = path.rfind('/');
  const std::string_view last = path.substr(slash + 1);  // npos + 1 is 0.
  if (last.empty() || last == "." || last == "..") return false;
  const std::string_view before = slash == std::string_view::npos ? std::string_view(".")
                                  : slash == 0                    ? std::string_view("/")
                                                                  : path.substr(0, slash);
  return parent->Assign(before) && name->Assign(last);
}

bool SpellCanonical(int dirfd, const char* path, PathBuffer* canonical) {
  if (path[0] == '/') return canonical->Assign(path) && IsLexicallyCanonical(canonical->view());
  char directory[PATH_MAX];
  if (dirfd != AT_FDCWD || syscall(SYS_getcwd, directory, sizeof(directory)) < 0) return false;
  return canonical->Assign(directory) && AppendName(path, canonical) &&
         IsLexicallyCanonical(canonical->view());
}

bool IsLexicallyCanonical(std::string_view path) {
  if (path.size() < 2) return path == "/";
  if (path[0] != '/' || path.ends_with('/')) return false;
  for (size_t slash = 0; slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
    const std::string_view rest = path.substr(slash + 1);
    if (rest.starts_with('/') || rest == "." || rest == ".." || rest.starts_with("./") ||
        rest.starts_with("../")) {
      return false;
    }
  }
  return true;
}

int OpenCanonical(const char* canonical, int flags, unsigned mode) {
  // openat2 refuses what open ignores: bits that mean nothing, alone or together.
  constexpr int kKnown = O_ACCMODE | O_APPEND | O_ASYNC | O_CLOEXEC | O_CREAT | O_DIRECT |
                         O_DIRECTORY | O_DSYNC | O_EXCL | O_LARGEFILE | O_NOATIME | O_NOCTTY |
                         O_NOFOLLOW | O_NONBLOCK | O_PATH | O_SYNC | O_TMPFILE | O_TRUNC;
  constexpr int kKnownWithPath = O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
  flags &= (flags & O_PATH) != 0 ? kKnownWithPath : kKnown;
  const bool creates = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
  open_how how = {};
  how.flags = static_cast<unsigned>(flags);
  how.mode = creates ? mode & 07777U : 0;
  how.resolve = RESOLVE_NO_SYMLINKS;
  return static_cast<int>(syscall(SYS_openat2, AT_FDCWD, canonical, &how, sizeof(how)));
}

}  // namespace hermetic
