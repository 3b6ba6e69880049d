#include "guards/gated_files.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>

namespace hermetic {
namespace {

// How often a path may turn out to have changed before we give up on it.
constexpr int kMaxRaces = 16;

struct Question {
  int dirfd;
  const char* path;
  LastLink last;
  FileOperation operation;
  FileAccess access[2];
  int accesses;
};

bool Allows(const Question& question, std::string_view canonical) {
  for (int i = 0; i < question.accesses; ++i) {
    if (!IsAllowed(question.access[i], canonical)) return false;
  }
  return true;
}

bool Refuses(const Question& question, std::string_view canonical) {
  for (int i = 0; i < question.accesses; ++i) {
    if (GateRefuses({question.operation, question.access[i], question.path, canonical})) {
      return true;
    }
  }
  return false;
}

Question QuestionFor(int dirfd, const char* path, int flags) {
  const bool keeps_link =
      (flags & O_NOFOLLOW) != 0 || (flags & (O_CREAT | O_EXCL)) == (O_CREAT | O_EXCL);
  Question question = {
      dirfd, path, keeps_link ? LastLink::kKeep : LastLink::kFollow, FileOperation::kOpen, {}, 0};
  const auto add = [&](FileAccess access) { question.access[question.accesses++] = access; };
  if ((flags & O_PATH) != 0) {
    add(FileAccess::kLook);
  } else {
    if (OpensForWriting(flags)) add(FileAccess::kWrite);
    if ((flags & O_ACCMODE) != O_WRONLY) {
      add((flags & O_DIRECTORY) != 0 ? FileAccess::kList : FileAccess::kRead);
    }
  }
  return question;
}

void CloseQuietly(int fd) {
  const int saved = errno;
  syscall(SYS_close, fd);
  errno = saved;
}

// Pipes, sockets and the like under /proc/self/fd: open already, and without a
// path to decide on. Nothing happens to a file that turns up there instead.
int OpenNameless(const Question& question, int flags) {
  const int fd = static_cast<int>(
      syscall(SYS_openat, question.dirfd, question.path, flags & ~(O_CREAT | O_TRUNC), 0));
  PathBuffer path;
  if (fd < 0 || (ReadDescriptorPath(fd, &path) && !path.view().starts_with('/'))) return fd;
  syscall(SYS_close, fd);
  errno = EACCES;
  return -1;
}

// Opens what passes the gate. The spelling is tried first: nearly all paths
// have no link on the way, and then one system call does everything.
int OpenAlong(const Question& question, int flags, unsigned mode) {
  PathBuffer canonical;
  ForgetRefusal();
  if (SpellCanonical(question.dirfd, question.path, &canonical) &&
      Allows(question, canonical.view())) {
    const int fd = OpenCanonical(canonical.c_str(), flags, mode);
    if (fd >= 0 || errno != ELOOP) return fd;
  }
  for (int race = 0; race < kMaxRaces; ++race) {
    if (!ResolvePath(question.dirfd, question.path, question.last, &canonical)) return -1;
    if (!canonical.view().starts_with('/')) return OpenNameless(question, flags);
    if (Refuses(question, canonical.view())) return -1;
    const int fd = OpenCanonical(canonical.c_str(), flags, mode);
    if (fd >= 0 || errno != ELOOP) return fd;
  }
  return -1;
}

void SpellDescriptor(int fd, char (*path)[32]) {
  constexpr std::string_view kDirectory = "/proc/self/fd/";
  char* end = std::copy(kDirectory.begin(), kDirectory.end(), *path);
  *std::to_chars(end, std::end(*path) - 1, fd).ptr = '\0';
}

}  // namespace

bool OpensForWriting(int flags) {
  return (flags & O_PATH) == 0 &&
         ((flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC)) != 0);
}

int OpenThroughGate(int dirfd, const char* path, int flags, unsigned mode) {
  return OpenAlong(QuestionFor(dirfd, path, flags), flags, mode);
}

bool MayOpen(const char* path, int flags, PathBuffer* canonical) {
  ForgetRefusal();
  const Question question = QuestionFor(AT_FDCWD, path, flags);
  const bool is_file = ResolvePath(question.dirfd, path, question.last, canonical) &&
                       canonical->view().starts_with('/');
  if (!is_file) canonical->Assign("");
  return !is_file || !Refuses(question, canonical->view());
}

int RefuseSystemState(int fd, const char* path, int flags) {
  struct statfs info;
  if (fd < 0 || (flags & O_PATH) != 0 || syscall(SYS_fstatfs, fd, &info) < 0) return fd;
  if (info.f_type != PROC_SUPER_MAGIC && info.f_type != SYSFS_MAGIC) return fd;
  PathBuffer canonical;
  const FileAccess access = OpensForWriting(flags) ? FileAccess::kWrite : FileAccess::kRead;
  if (ReadDescriptorPath(fd, &canonical) &&
      !GateRefuses({FileOperation::kOpen, access, path, canonical.view()})) {
    return fd;
  }
  CloseQuietly(fd);
  return -1;
}

GatedFile::GatedFile(int dirfd, const char* path, LastLink last, FileOperation operation,
                     FileAccess access) {
  const int nofollow = last == LastLink::kKeep ? O_NOFOLLOW : 0;
  fd_ = OpenAlong({dirfd, path, last, operation, {access}, 1}, O_PATH | O_CLOEXEC | nofollow, 0);
  SpellDescriptor(fd_, &proc_path_);
}

GatedFile::~GatedFile() {
  if (fd_ >= 0) CloseQuietly(fd_);
}

GatedEntry::GatedEntry(int dirfd, const char* path, FileAccess access) {
  ForgetRefusal();
  PathBuffer parent, entry, canonical;
  if (!SplitEntry(path, &parent, &name_)) {
    errno = EBUSY;  // "/", "." or "..": no operation on them succeeds.
    return;
  }
  // "a/" is a directory or an error, never what a link leads to.
  if (std::string_view(path).ends_with('/') && !name_.Append("/")) return;
  for (int race = 0; race < kMaxRaces && fd_ < 0; ++race) {
    if (!ResolvePath(dirfd, parent.c_str(), LastLink::kFollow, &canonical)) return;
    if (!entry.Assign(canonical.view()) || !AppendName(name_.view(), &entry)) return;
    if (GateRefuses({FileOperation::kChange, access, path, entry.view()})) return;
    fd_ = OpenCanonical(canonical.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC, 0);
    if (fd_ < 0 && errno != ELOOP) return;
  }
}

GatedEntry::~GatedEntry() {
  if (fd_ >= 0) CloseQuietly(fd_);
}

bool IsThere(int dirfd, const char* path) {
  PathBuffer canonical;
  return ResolvePath(dirfd, path, LastLink::kKeep, &canonical) &&
         canonical.view().starts_with('/') && IsAllowed(FileAccess::kLook, canonical.view()) &&
         syscall(SYS_faccessat, AT_FDCWD, canonical.c_str(), F_OK) == 0;
}

bool GateRefusesChange(int fd) {
  PathBuffer canonical;
  if (!ReadDescriptorPath(fd, &canonical)) return false;  // EBADF, as the call itself will say.
  if (!canonical.view().starts_with('/')) return false;   // Pipes and sockets.
  return GateRefuses(
      {FileOperation::kChange, FileAccess::kWrite, canonical.view(), canonical.view()});
}

}  // namespace hermetic
