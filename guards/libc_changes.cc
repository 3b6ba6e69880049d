// The C library's functions that change files by path, behind the gate. A
// directory that was decided on is held by a descriptor while its entry changes.
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/un.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <optional>

#include "guards/file_levels.h"
#include "guards/gated_files.h"
#include "guards/interposition.h"
#include "guards/policy_level.h"
#include "guards/unseen_changes.h"

namespace hermetic {
namespace {

bool IsIdle(const void* path) {
  return (FileLevels::Needs() & FileLevels::kWrites) == 0 || path == nullptr;
}

// A new name may bring a file to where it can be read.
bool MovesAreIdle(const void* path) {
  return (FileLevels::Needs() & (FileLevels::kWrites | FileLevels::kReads)) == 0 || path == nullptr;
}

class ChangedEntry : public GatedEntry {
 public:
  ChangedEntry(int dirfd, const char* path) : GatedEntry(dirfd, path, FileAccess::kWrite) {}
};

class MovedEntry : public GatedEntry {
 public:
  MovedEntry(int dirfd, const char* path) : GatedEntry(dirfd, path, FileAccess::kMove) {}
};

class ChangedFile : public GatedFile {
 public:
  ChangedFile(int dirfd, const char* path, LastLink last)
      : GatedFile(dirfd, path, last, FileOperation::kChange, FileAccess::kWrite) {}
};

LastLink LastLinkFor(int flags) {
  return (flags & AT_SYMLINK_NOFOLLOW) != 0 ? LastLink::kKeep : LastLink::kFollow;
}

}  // namespace

extern "C" {

using ByPath = int(const char*);
using ByPathAndMode = int(const char*, mode_t);
using AtMode = int(int, const char*, mode_t);
using UnlinkAt = int(int, const char*, int);
using TwoPaths = int(const char*, const char*);
using SymlinkAt = int(const char*, int, const char*);
using RenameAt = int(int, const char*, int, const char*);
using RenameAt2 = int(int, const char*, int, const char*, unsigned);
using LinkAt = int(int, const char*, int, const char*, int);
using Mknod = int(const char*, mode_t, dev_t);
using MknodAt = int(int, const char*, mode_t, dev_t);
using ChmodAt = int(int, const char*, mode_t, int);
using Chown = int(const char*, uid_t, gid_t);
using ChownAt = int(int, const char*, uid_t, gid_t, int);
using TimesAt = int(int, const char*, const timespec*, int);
using Truncate = int(const char*, off_t);
using SetXattr = int(const char*, const char*, const void*, size_t, int);
using RemoveXattr = int(const char*, const char*);
using ChmodFd = int(int, mode_t);
using ChownFd = int(int, uid_t, gid_t);
using TimesFd = int(int, const timespec*);
using SetXattrFd = int(int, const char*, const void*, size_t, int);
using RemoveXattrFd = int(int, const char*);
using Bind = int(int, const sockaddr*, socklen_t);

ByPathAndMode HERMETIC_INTERPOSE(InterposedMkdir, "mkdir");
AtMode HERMETIC_INTERPOSE(InterposedMkdirAt, "mkdirat");
ByPath HERMETIC_INTERPOSE(InterposedRmdir, "rmdir");
ByPath HERMETIC_INTERPOSE(InterposedUnlink, "unlink");
UnlinkAt HERMETIC_INTERPOSE(InterposedUnlinkAt, "unlinkat");
ByPath HERMETIC_INTERPOSE(InterposedRemove, "remove");
TwoPaths HERMETIC_INTERPOSE(InterposedSymlink, "symlink");
SymlinkAt HERMETIC_INTERPOSE(InterposedSymlinkAt, "symlinkat");
TwoPaths HERMETIC_INTERPOSE(InterposedRename, "rename");
RenameAt HERMETIC_INTERPOSE(InterposedRenameAt, "renameat");
RenameAt2 HERMETIC_INTERPOSE(InterposedRenameAt2, "renameat2");
TwoPaths HERMETIC_INTERPOSE(InterposedLink, "link");
LinkAt HERMETIC_INTERPOSE(InterposedLinkAt, "linkat");
ByPathAndMode HERMETIC_INTERPOSE(InterposedMkfifo, "mkfifo");
AtMode HERMETIC_INTERPOSE(InterposedMkfifoAt, "mkfifoat");
Mknod HERMETIC_INTERPOSE(InterposedMknod, "mknod");
MknodAt HERMETIC_INTERPOSE(InterposedMknodAt, "mknodat");
ByPathAndMode HERMETIC_INTERPOSE(InterposedChmod, "chmod");
ChmodAt HERMETIC_INTERPOSE(InterposedChmodAt, "fchmodat");
Chown HERMETIC_INTERPOSE(InterposedChown, "chown");
Chown HERMETIC_INTERPOSE(InterposedLchown, "lchown");
ChownAt HERMETIC_INTERPOSE(InterposedChownAt, "fchownat");
TimesAt HERMETIC_INTERPOSE(InterposedTimesAt, "utimensat");
Truncate HERMETIC_INTERPOSE(InterposedTruncate, "truncate64");
Truncate HERMETIC_INTERPOSE_ALIAS(InterposedTruncate32, "truncate", "truncate64");
SetXattr HERMETIC_INTERPOSE(InterposedSetXattr, "setxattr");
SetXattr HERMETIC_INTERPOSE(InterposedLsetXattr, "lsetxattr");
RemoveXattr HERMETIC_INTERPOSE(InterposedRemoveXattr, "removexattr");
RemoveXattr HERMETIC_INTERPOSE(InterposedLremoveXattr, "lremovexattr");
ChmodFd HERMETIC_INTERPOSE(InterposedChmodFd, "fchmod");
ChownFd HERMETIC_INTERPOSE(InterposedChownFd, "fchown");
TimesFd HERMETIC_INTERPOSE(InterposedTimesFd, "futimens");
SetXattrFd HERMETIC_INTERPOSE(InterposedSetXattrFd, "fsetxattr");
RemoveXattrFd HERMETIC_INTERPOSE(InterposedRemoveXattrFd, "fremovexattr");
Bind HERMETIC_INTERPOSE(InterposedBind, "bind");

// --- Entries of directories ---

int InterposedMkdirAt(int dirfd, const char* path, mode_t mode) {
  static const auto next = NextDefinition<AtMode*>("mkdirat");
  if (IsIdle(path)) return next(dirfd, path, mode);
  if (IsThere(dirfd, path)) {
    errno = EEXIST;
    return -1;
  }
  const ChangedEntry entry(dirfd, path);
  return entry ? next(entry.directory(), entry.name(), mode) : -1;
}

int InterposedMkdir(const char* path, mode_t mode) {
  return InterposedMkdirAt(AT_FDCWD, path, mode);
}

int InterposedUnlinkAt(int dirfd, const char* path, int flags) {
  static const auto next = NextDefinition<UnlinkAt*>("unlinkat");
  if (IsIdle(path)) return next(dirfd, path, flags);
  const ChangedEntry entry(dirfd, path);
  return entry ? next(entry.directory(), entry.name(), flags) : -1;
}

int InterposedUnlink(const char* path) { return InterposedUnlinkAt(AT_FDCWD, path, 0); }

int InterposedRmdir(const char* path) { return InterposedUnlinkAt(AT_FDCWD, path, AT_REMOVEDIR); }

int InterposedRemove(const char* path) {
  static const auto next = NextDefinition<ByPath*>("remove");
  if (IsIdle(path)) return next(path);
  const ChangedEntry entry(AT_FDCWD, path);
  if (!entry) return -1;
  if (unlinkat(entry.directory(), entry.name(), 0) == 0) return 0;
  return errno == EISDIR ? unlinkat(entry.directory(), entry.name(), AT_REMOVEDIR) : -1;
}

int InterposedSymlinkAt(const char* target, int dirfd, const char* path) {
  static const auto next = NextDefinition<SymlinkAt*>("symlinkat");
  if (IsIdle(path)) return next(target, dirfd, path);
  const ChangedEntry entry(dirfd, path);
  return entry ? next(target, entry.directory(), entry.name()) : -1;
}

int InterposedSymlink(const char* target, const char* path) {
  return InterposedSymlinkAt(target, AT_FDCWD, path);
}

int InterposedRenameAt2(int from_dirfd, const char* from, int to_dirfd, const char* to,
                        unsigned flags) {
  static const auto next = NextDefinition<RenameAt2*>("renameat2");
  if ((ActivePolicy::Mask() & MaskOf(GuardId::kCodeExec)) != 0) {
    NoteMovedFolder(from_dirfd, from);
    if ((flags & RENAME_EXCHANGE) != 0) NoteMovedFolder(to_dirfd, to);
  }
  if (MovesAreIdle(from)) return next(from_dirfd, from, to_dirfd, to, flags);
  const MovedEntry source(from_dirfd, from);
  if (!source) return -1;
  const MovedEntry goal(to_dirfd, to);  // RENAME_EXCHANGE moves it as well.
  return goal ? next(source.directory(), source.name(), goal.directory(), goal.name(), flags) : -1;
}

int InterposedRenameAt(int from_dirfd, const char* from, int to_dirfd, const char* to) {
  return InterposedRenameAt2(from_dirfd, from, to_dirfd, to, 0);
}

int InterposedRename(const char* from, const char* to) {
  return InterposedRenameAt2(AT_FDCWD, from, AT_FDCWD, to, 0);
}

int InterposedLinkAt(int from_dirfd, const char* from, int to_dirfd, const char* to, int flags) {
  static const auto next = NextDefinition<LinkAt*>("linkat");
  if (MovesAreIdle(from)) return next(from_dirfd, from, to_dirfd, to, flags);
  const ChangedEntry goal(to_dirfd, to);
  if (!goal) return -1;
  if ((flags & AT_SYMLINK_FOLLOW) != 0) {
    const GatedFile source(from_dirfd, from, LastLink::kFollow, FileOperation::kChange,
                           FileAccess::kMove);
    return source ? next(AT_FDCWD, source.proc_path(), goal.directory(), goal.name(), flags) : -1;
  }
  const MovedEntry source(from_dirfd, from);
  return source ? next(source.directory(), source.name(), goal.directory(), goal.name(), 0) : -1;
}

int InterposedLink(const char* from, const char* to) {
  return InterposedLinkAt(AT_FDCWD, from, AT_FDCWD, to, 0);
}

int InterposedMknodAt(int dirfd, const char* path, mode_t mode, dev_t device) {
  static const auto next = NextDefinition<MknodAt*>("mknodat");
  if (IsIdle(path)) return next(dirfd, path, mode, device);
  const ChangedEntry entry(dirfd, path);
  return entry ? next(entry.directory(), entry.name(), mode, device) : -1;
}

int InterposedMknod(const char* path, mode_t mode, dev_t device) {
  return InterposedMknodAt(AT_FDCWD, path, mode, device);
}

int InterposedMkfifoAt(int dirfd, const char* path, mode_t mode) {
  return InterposedMknodAt(dirfd, path, mode | S_IFIFO, 0);
}

int InterposedMkfifo(const char* path, mode_t mode) {
  return InterposedMkfifoAt(AT_FDCWD, path, mode);
}

// A socket that is bound to a path makes a file there. The path stays as it is,
// since it is the socket's name from then on: a link on the way could be exchanged.
int InterposedBind(int fd, const sockaddr* address, socklen_t size) {
  static const auto next = NextDefinition<Bind*>("bind");
  if (IsIdle(address) || size <= sizeof(sa_family_t) || address->sa_family != AF_UNIX ||
      address->sa_data[0] == '\0') {  // Nameless or abstract: no file.
    return next(fd, address, size);
  }
  PathBuffer path;
  const std::string_view text(address->sa_data, size - sizeof(sa_family_t));
  if (!path.Assign(text.substr(0, text.find('\0')))) return -1;
  const ChangedEntry entry(AT_FDCWD, path.c_str());
  return entry ? next(fd, address, size) : -1;
}

// --- Contents and metadata ---

int InterposedChmod(const char* path, mode_t mode) {
  static const auto next = NextDefinition<ByPathAndMode*>("chmod");
  if (IsIdle(path)) return next(path, mode);
  const ChangedFile file(AT_FDCWD, path, LastLink::kFollow);
  return file ? next(file.proc_path(), mode) : -1;
}

int InterposedChmodAt(int dirfd, const char* path, mode_t mode, int flags) {
  static const auto next = NextDefinition<ChmodAt*>("fchmodat");
  static const auto through_proc = NextDefinition<ByPathAndMode*>("chmod");
  if (IsIdle(path)) return next(dirfd, path, mode, flags);
  const ChangedFile file(dirfd, path, LastLinkFor(flags));
  return file ? through_proc(file.proc_path(), mode) : -1;
}

int InterposedChownAt(int dirfd, const char* path, uid_t user, gid_t group, int flags) {
  static const auto next = NextDefinition<ChownAt*>("fchownat");
  if (IsIdle(path)) return next(dirfd, path, user, group, flags);
  const ChangedFile file(dirfd, path, LastLinkFor(flags));
  return file ? next(file.fd(), "", user, group, AT_EMPTY_PATH) : -1;
}

int InterposedChown(const char* path, uid_t user, gid_t group) {
  return InterposedChownAt(AT_FDCWD, path, user, group, 0);
}

int InterposedLchown(const char* path, uid_t user, gid_t group) {
  return InterposedChownAt(AT_FDCWD, path, user, group, AT_SYMLINK_NOFOLLOW);
}

int InterposedTimesAt(int dirfd, const char* path, const timespec* times, int flags) {
  static const auto next = NextDefinition<TimesAt*>("utimensat");
  if (IsIdle(path)) return next(dirfd, path, times, flags);
  const ChangedFile file(dirfd, path, LastLinkFor(flags));
  return file ? next(AT_FDCWD, file.proc_path(), times, 0) : -1;
}

int InterposedTruncate(const char* path, off_t size) {
  static const auto next = NextDefinition<Truncate*>("truncate64");
  if (IsIdle(path)) return next(path, size);
  const ChangedFile file(AT_FDCWD, path, LastLink::kFollow);
  return file ? next(file.proc_path(), size) : -1;
}

int InterposedSetXattr(const char* path, const char* name, const void* value, size_t size,
                       int flags) {
  static const auto next = NextDefinition<SetXattr*>("setxattr");
  if (IsIdle(path)) return next(path, name, value, size, flags);
  const ChangedFile file(AT_FDCWD, path, LastLink::kFollow);
  return file ? next(file.proc_path(), name, value, size, flags) : -1;
}

int InterposedLsetXattr(const char* path, const char* name, const void* value, size_t size,
                        int flags) {
  static const auto next = NextDefinition<SetXattr*>("lsetxattr");
  static const auto through_proc = NextDefinition<SetXattr*>("setxattr");
  if (IsIdle(path)) return next(path, name, value, size, flags);
  const ChangedFile file(AT_FDCWD, path, LastLink::kKeep);
  return file ? through_proc(file.proc_path(), name, value, size, flags) : -1;
}

int InterposedRemoveXattr(const char* path, const char* name) {
  static const auto next = NextDefinition<RemoveXattr*>("removexattr");
  if (IsIdle(path)) return next(path, name);
  const ChangedFile file(AT_FDCWD, path, LastLink::kFollow);
  return file ? next(file.proc_path(), name) : -1;
}

int InterposedLremoveXattr(const char* path, const char* name) {
  static const auto next = NextDefinition<RemoveXattr*>("lremovexattr");
  static const auto through_proc = NextDefinition<RemoveXattr*>("removexattr");
  if (IsIdle(path)) return next(path, name);
  const ChangedFile file(AT_FDCWD, path, LastLink::kKeep);
  return file ? through_proc(file.proc_path(), name) : -1;
}

// --- The same of descriptors: one that is open for reading only serves them too ---

int InterposedChmodFd(int fd, mode_t mode) {
  static const auto next = NextDefinition<ChmodFd*>("fchmod");
  return !IsIdle("") && GateRefusesChange(fd) ? -1 : next(fd, mode);
}

int InterposedChownFd(int fd, uid_t user, gid_t group) {
  static const auto next = NextDefinition<ChownFd*>("fchown");
  return !IsIdle("") && GateRefusesChange(fd) ? -1 : next(fd, user, group);
}

int InterposedTimesFd(int fd, const timespec* times) {
  static const auto next = NextDefinition<TimesFd*>("futimens");
  return !IsIdle("") && GateRefusesChange(fd) ? -1 : next(fd, times);
}

int InterposedSetXattrFd(int fd, const char* name, const void* value, size_t size, int flags) {
  static const auto next = NextDefinition<SetXattrFd*>("fsetxattr");
  return !IsIdle("") && GateRefusesChange(fd) ? -1 : next(fd, name, value, size, flags);
}

int InterposedRemoveXattrFd(int fd, const char* name) {
  static const auto next = NextDefinition<RemoveXattrFd*>("fremovexattr");
  return !IsIdle("") && GateRefusesChange(fd) ? -1 : next(fd, name);
}

}  // extern "C"

}  // namespace hermetic
