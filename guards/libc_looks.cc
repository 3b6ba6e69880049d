// The C library's functions that tell about a file by its path, behind the gate.
// The answer is that of the file which was decided on, held by a descriptor.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>

#include "guards/file_levels.h"
#include "guards/gated_files.h"
#include "guards/interposition.h"

namespace hermetic {
namespace {

static_assert(sizeof(off_t) == sizeof(off64_t), "stat and stat64 are one function");

bool IsIdle(const char* path) {
  return (FileLevels::Needs() & FileLevels::kReads) == 0 || path == nullptr;
}

class LookedAtFile : public GatedFile {
 public:
  LookedAtFile(int dirfd, const char* path, LastLink last)
      : GatedFile(dirfd, path, last, FileOperation::kLook, FileAccess::kLook) {}
};

LastLink LastLinkFor(int flags) {
  return (flags & AT_SYMLINK_NOFOLLOW) != 0 ? LastLink::kKeep : LastLink::kFollow;
}

bool IsDescriptorItself(const char* path, int flags) {
  return path[0] == '\0' && (flags & AT_EMPTY_PATH) != 0;
}

ssize_t ReadLink(int dirfd, const char* path, char* target, size_t size) {
  const LookedAtFile file(dirfd, path, LastLink::kKeep);
  if (!file) return -1;
  const ssize_t length = syscall(SYS_readlinkat, file.fd(), "", target, size);
  if (length < 0 && errno == ENOENT) errno = EINVAL;  // Not a link: as for a path.
  return length;
}

class ReadFile : public GatedFile {
 public:
  ReadFile(const char* path, LastLink last)
      : GatedFile(AT_FDCWD, path, last, FileOperation::kLook, FileAccess::kRead) {}
};

}  // namespace

extern "C" {

using Stat = int(const char*, struct stat*);
using StatAt = int(int, const char*, struct stat*, int);
using StatX = int(int, const char*, int, unsigned, struct statx*);
using Access = int(const char*, int);
using AccessAt = int(int, const char*, int, int);
using ReadLinkAs = ssize_t(const char*, char*, size_t);
using ReadLinkAtAs = ssize_t(int, const char*, char*, size_t);
using ReadLinkChecked = ssize_t(const char*, char*, size_t, size_t);
using ReadLinkAtChecked = ssize_t(int, const char*, char*, size_t, size_t);
using StatVfs = int(const char*, struct statvfs*);
using PathConf = long(const char*, int);
using RealPath = char*(const char*, char*);
using RealPathChecked = char*(const char*, char*, size_t);
using GetXattr = ssize_t(const char*, const char*, void*, size_t);
using ListXattr = ssize_t(const char*, char*, size_t);

Stat HERMETIC_INTERPOSE(InterposedStat, "stat64");
Stat HERMETIC_INTERPOSE(InterposedLstat, "lstat64");
StatAt HERMETIC_INTERPOSE(InterposedStatAt, "fstatat64");
StatX HERMETIC_INTERPOSE(InterposedStatX, "statx");
Access HERMETIC_INTERPOSE(InterposedAccess, "access");
AccessAt HERMETIC_INTERPOSE(InterposedAccessAt, "faccessat");
ReadLinkAs HERMETIC_INTERPOSE(InterposedReadLink, "readlink");
ReadLinkAtAs HERMETIC_INTERPOSE(InterposedReadLinkAt, "readlinkat");
ReadLinkChecked HERMETIC_INTERPOSE(InterposedReadLinkChecked, "__readlink_chk");
ReadLinkAtChecked HERMETIC_INTERPOSE(InterposedReadLinkAtChecked, "__readlinkat_chk");
StatVfs HERMETIC_INTERPOSE(InterposedStatVfs, "statvfs64");
PathConf HERMETIC_INTERPOSE(InterposedPathConf, "pathconf");
RealPath HERMETIC_INTERPOSE(InterposedRealPath, "realpath");
RealPathChecked HERMETIC_INTERPOSE(InterposedRealPathChecked, "__realpath_chk");
GetXattr HERMETIC_INTERPOSE(InterposedGetXattr, "getxattr");
GetXattr HERMETIC_INTERPOSE(InterposedLgetXattr, "lgetxattr");
ListXattr HERMETIC_INTERPOSE(InterposedListXattr, "listxattr");
ListXattr HERMETIC_INTERPOSE(InterposedLlistXattr, "llistxattr");
Stat HERMETIC_INTERPOSE_ALIAS(InterposedStat32, "stat", "stat64");
Stat HERMETIC_INTERPOSE_ALIAS(InterposedLstat32, "lstat", "lstat64");
StatAt HERMETIC_INTERPOSE_ALIAS(InterposedStatAt32, "fstatat", "fstatat64");
StatVfs HERMETIC_INTERPOSE_ALIAS(InterposedStatVfs32, "statvfs", "statvfs64");

int InterposedStat(const char* path, struct stat* info) {
  static const auto next = NextDefinition<Stat*>("stat64");
  if (IsIdle(path)) return next(path, info);
  const LookedAtFile file(AT_FDCWD, path, LastLink::kFollow);
  return file ? fstat(file.fd(), info) : -1;
}

int InterposedLstat(const char* path, struct stat* info) {
  static const auto next = NextDefinition<Stat*>("lstat64");
  if (IsIdle(path)) return next(path, info);
  const LookedAtFile file(AT_FDCWD, path, LastLink::kKeep);
  return file ? fstat(file.fd(), info) : -1;
}

int InterposedStatAt(int dirfd, const char* path, struct stat* info, int flags) {
  static const auto next = NextDefinition<StatAt*>("fstatat64");
  if (IsIdle(path) || IsDescriptorItself(path, flags)) return next(dirfd, path, info, flags);
  const LookedAtFile file(dirfd, path, LastLinkFor(flags));
  return file ? fstat(file.fd(), info) : -1;
}

int InterposedStatX(int dirfd, const char* path, int flags, unsigned mask, struct statx* info) {
  static const auto next = NextDefinition<StatX*>("statx");
  if (IsIdle(path) || IsDescriptorItself(path, flags)) return next(dirfd, path, flags, mask, info);
  const LookedAtFile file(dirfd, path, LastLinkFor(flags));
  return file ? next(file.fd(), "", flags | AT_EMPTY_PATH, mask, info) : -1;
}

int InterposedAccess(const char* path, int mode) {
  static const auto next = NextDefinition<Access*>("access");
  if (IsIdle(path)) return next(path, mode);
  const LookedAtFile file(AT_FDCWD, path, LastLink::kFollow);
  return file ? next(file.proc_path(), mode) : -1;
}

int InterposedAccessAt(int dirfd, const char* path, int mode, int flags) {
  static const auto next = NextDefinition<AccessAt*>("faccessat");
  if (IsIdle(path)) return next(dirfd, path, mode, flags);
  const LookedAtFile file(dirfd, path, LastLinkFor(flags));
  // The link of /proc leads to a link that was to be kept, and no further.
  return file ? next(AT_FDCWD, file.proc_path(), mode, flags & ~AT_SYMLINK_NOFOLLOW) : -1;
}

ssize_t InterposedReadLink(const char* path, char* target, size_t size) {
  static const auto next = NextDefinition<ReadLinkAs*>("readlink");
  return IsIdle(path) ? next(path, target, size) : ReadLink(AT_FDCWD, path, target, size);
}

ssize_t InterposedReadLinkAt(int dirfd, const char* path, char* target, size_t size) {
  static const auto next = NextDefinition<ReadLinkAtAs*>("readlinkat");
  if (IsIdle(path) || path[0] == '\0') return next(dirfd, path, target, size);
  return ReadLink(dirfd, path, target, size);
}

// What programs compiled with _FORTIFY_SOURCE call; `space` is what the buffer has.
ssize_t InterposedReadLinkChecked(const char* path, char* target, size_t size, size_t space) {
  return InterposedReadLink(path, target, std::min(size, space));
}

ssize_t InterposedReadLinkAtChecked(int dirfd, const char* path, char* target, size_t size,
                                    size_t space) {
  return InterposedReadLinkAt(dirfd, path, target, std::min(size, space));
}

int InterposedStatVfs(const char* path, struct statvfs* info) {
  static const auto next = NextDefinition<StatVfs*>("statvfs64");
  if (IsIdle(path)) return next(path, info);
  const LookedAtFile file(AT_FDCWD, path, LastLink::kFollow);
  return file ? fstatvfs(file.fd(), info) : -1;
}

long InterposedPathConf(const char* path, int name) {
  static const auto next = NextDefinition<PathConf*>("pathconf");
  if (IsIdle(path)) return next(path, name);
  const LookedAtFile file(AT_FDCWD, path, LastLink::kFollow);
  return file ? fpathconf(file.fd(), name) : -1;
}

char* InterposedRealPath(const char* path, char* resolved) {
  static const auto next = NextDefinition<RealPath*>("realpath");
  if (IsIdle(path)) return next(path, resolved);
  const LookedAtFile file(AT_FDCWD, path, LastLink::kFollow);
  return file ? next(path, resolved) : nullptr;
}

char* InterposedRealPathChecked(const char* path, char* resolved, size_t space) {
  static const auto next = NextDefinition<RealPathChecked*>("__realpath_chk");
  if (IsIdle(path)) return next(path, resolved, space);
  const LookedAtFile file(AT_FDCWD, path, LastLink::kFollow);
  return file ? next(path, resolved, space) : nullptr;
}

ssize_t InterposedGetXattr(const char* path, const char* name, void* value, size_t size) {
  static const auto next = NextDefinition<GetXattr*>("getxattr");
  if (IsIdle(path)) return next(path, name, value, size);
  const ReadFile file(path, LastLink::kFollow);
  return file ? next(file.proc_path(), name, value, size) : -1;
}

ssize_t InterposedLgetXattr(const char* path, const char* name, void* value, size_t size) {
  static const auto next = NextDefinition<GetXattr*>("lgetxattr");
  static const auto through_proc = NextDefinition<GetXattr*>("getxattr");
  if (IsIdle(path)) return next(path, name, value, size);
  const ReadFile file(path, LastLink::kKeep);
  return file ? through_proc(file.proc_path(), name, value, size) : -1;
}

ssize_t InterposedListXattr(const char* path, char* names, size_t size) {
  static const auto next = NextDefinition<ListXattr*>("listxattr");
  if (IsIdle(path)) return next(path, names, size);
  const ReadFile file(path, LastLink::kFollow);
  return file ? next(file.proc_path(), names, size) : -1;
}

ssize_t InterposedLlistXattr(const char* path, char* names, size_t size) {
  static const auto next = NextDefinition<ListXattr*>("llistxattr");
  static const auto through_proc = NextDefinition<ListXattr*>("listxattr");
  if (IsIdle(path)) return next(path, names, size);
  const ReadFile file(path, LastLink::kKeep);
  return file ? through_proc(file.proc_path(), names, size) : -1;
}

}  // extern "C"

}  // namespace hermetic
