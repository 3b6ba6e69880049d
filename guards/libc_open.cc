// The C library's functions that open files, behind the gate.
#include <dirent.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "guards/exec_gate.h"
#include "guards/file_gate.h"
#include "guards/file_levels.h"
#include "guards/gated_files.h"
#include "guards/interposition.h"

namespace hermetic {
namespace {

using Open = int(const char*, int, ...);
using OpenAt = int(int, const char*, int, ...);
using OpenChecked = int(const char*, int);
using OpenAtChecked = int(int, const char*, int);
using Creat = int(const char*, mode_t);
using FOpen = FILE*(const char*, const char*);
using FReopen = FILE*(const char*, const char*, FILE*);
using OpenDir = DIR*(const char*);
using AddOpen = int(posix_spawn_file_actions_t*, int, const char*, int, mode_t);

// Does a policy in force limit what `flags` ask for?
bool IsLimited(uint8_t needs, int flags) {
  const bool reads = (flags & O_PATH) != 0 || (flags & O_ACCMODE) != O_WRONLY;
  return (reads && (needs & FileLevels::kReads) != 0) ||
         (OpensForWriting(flags) && (needs & FileLevels::kWrites) != 0);
}

#ifndef MFD_NOEXEC_SEAL
#define MFD_NOEXEC_SEAL 8U
#endif

// Where SQLite looks for room unless it is told otherwise.
bool IsUsualFolder(std::string_view folder) {
  const char* chosen = getenv("TMPDIR");
  return folder == "/var/tmp" || folder == "/usr/tmp" || folder == "/tmp" || folder == "." ||
         (chosen != nullptr && folder == chosen);
}

// SQLite sorts what is large in files that it unlinks as soon as they are open.
// Where it may make none, they are in memory.
bool IsScratch(std::string_view path, int flags) {
  constexpr int kNewFile = O_CREAT | O_EXCL;
  const size_t slash = path.rfind('/');
  if ((flags & kNewFile) != kNewFile || slash == std::string_view::npos) return false;
  PathBuffer canonical;
  return path.substr(slash + 1).starts_with("etilqs_") && IsUsualFolder(path.substr(0, slash)) &&
         !(SpellCanonical(AT_FDCWD, path.data(), &canonical) &&
           IsAllowed(FileAccess::kWrite, canonical.view()));
}

int OpenScratch() {
  const int fd = memfd_create("sqlite", MFD_CLOEXEC | MFD_NOEXEC_SEAL);
  return fd < 0 && errno == EINVAL ? memfd_create("sqlite", MFD_CLOEXEC) : fd;
}

// `plain()` opens the file as if we were not there.
template <typename Plain>
int OpenAs(int dirfd, const char* path, int flags, unsigned mode, Plain plain) {
  const uint8_t needs = FileLevels::Needs();
  if (needs == 0 || path == nullptr) return plain();
  if (IsLimited(needs, flags)) return OpenThroughGate(dirfd, path, flags, mode);
  ForgetRefusal();
  return RefuseSystemState(plain(), path, flags);
}

bool HasMode(int flags) { return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE; }

int PlainOpen(const char* path, int flags, unsigned mode) {
  static const auto next = NextDefinition<Open*>("open64");
  return next(path, flags, mode);
}

int PlainOpenAt(int dirfd, const char* path, int flags, unsigned mode) {
  static const auto next = NextDefinition<OpenAt*>("openat64");
  return next(dirfd, path, flags, mode);
}

int GatedOpen(const char* path, int flags, unsigned mode) {
  if ((FileLevels::Needs() & FileLevels::kWrites) != 0 && path != nullptr &&
      IsScratch(path, flags)) {
    return OpenScratch();
  }
  return OpenAs(AT_FDCWD, path, flags, mode, [&] { return PlainOpen(path, flags, mode); });
}

int GatedOpenAt(int dirfd, const char* path, int flags, unsigned mode) {
  return OpenAs(dirfd, path, flags, mode, [&] { return PlainOpenAt(dirfd, path, flags, mode); });
}

// The flags of open(2) for a mode of fopen(3); -1 for a bad one.
int FlagsOf(const char* mode) {
  int flags = 0;
  switch (mode[0]) {
    case 'r':
      break;
    case 'w':
      flags = O_WRONLY | O_CREAT | O_TRUNC;
      break;
    case 'a':
      flags = O_WRONLY | O_CREAT | O_APPEND;
      break;
    default:
      return -1;
  }
  const size_t length = std::strcspn(mode, ",");  // ",ccs=CHARSET" may follow.
  if (std::memchr(mode, '+', length) != nullptr) flags = (flags & ~O_ACCMODE) | O_RDWR;
  if (std::memchr(mode, 'x', length) != nullptr) flags |= O_EXCL;
  if (std::memchr(mode, 'e', length) != nullptr) flags |= O_CLOEXEC;
  return flags;
}

constexpr unsigned kNewFileMode = 0666;

}  // namespace

extern "C" {

Open HERMETIC_INTERPOSE(InterposedOpen, "open64");
Open HERMETIC_INTERPOSE_ALIAS(InterposedOpen32, "open", "open64");
OpenAt HERMETIC_INTERPOSE(InterposedOpenAt, "openat64");
OpenAt HERMETIC_INTERPOSE_ALIAS(InterposedOpenAt32, "openat", "openat64");
// What programs compiled with _FORTIFY_SOURCE call.
OpenChecked HERMETIC_INTERPOSE(InterposedOpenChecked, "__open64_2");
OpenChecked HERMETIC_INTERPOSE_ALIAS(InterposedOpenChecked32, "__open_2", "__open64_2");
OpenAtChecked HERMETIC_INTERPOSE(InterposedOpenAtChecked, "__openat64_2");
OpenAtChecked HERMETIC_INTERPOSE_ALIAS(InterposedOpenAtChecked32, "__openat_2", "__openat64_2");
Creat HERMETIC_INTERPOSE(InterposedCreat, "creat64");
Creat HERMETIC_INTERPOSE_ALIAS(InterposedCreat32, "creat", "creat64");
FOpen HERMETIC_INTERPOSE(InterposedFOpen, "fopen64");
FOpen HERMETIC_INTERPOSE_ALIAS(InterposedFOpen32, "fopen", "fopen64");
FReopen HERMETIC_INTERPOSE(InterposedFReopen, "freopen64");
FReopen HERMETIC_INTERPOSE_ALIAS(InterposedFReopen32, "freopen", "freopen64");
OpenDir HERMETIC_INTERPOSE(InterposedOpenDir, "opendir");
AddOpen HERMETIC_INTERPOSE(InterposedAddOpen, "posix_spawn_file_actions_addopen");
// The mode is there only if a file may be made; reading it otherwise is undefined.
// NOLINTBEGIN(bugprone-macro-parentheses): `mode` is the name of a variable.
#define HERMETIC_MODE_ARGUMENT(flags, mode) \
  unsigned mode = 0;                        \
  if (HasMode(flags)) {                     \
    va_list rest;                           \
    va_start(rest, flags);                  \
    mode = va_arg(rest, unsigned);          \
    va_end(rest);                           \
  }
// NOLINTEND(bugprone-macro-parentheses)

int InterposedOpen(const char* path, int flags, ...) {
  HERMETIC_MODE_ARGUMENT(flags, mode)
  return GatedOpen(path, flags, mode);
}

int InterposedOpenAt(int dirfd, const char* path, int flags, ...) {
  HERMETIC_MODE_ARGUMENT(flags, mode)
  return GatedOpenAt(dirfd, path, flags, mode);
}

#undef HERMETIC_MODE_ARGUMENT

int InterposedOpenChecked(const char* path, int flags) { return GatedOpen(path, flags, 0); }

int InterposedOpenAtChecked(int dirfd, const char* path, int flags) {
  return GatedOpenAt(dirfd, path, flags, 0);
}

int InterposedCreat(const char* path, mode_t mode) {
  return GatedOpen(path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

FILE* InterposedFOpen(const char* path, const char* mode) {
  static const auto next = NextDefinition<FOpen*>("fopen64");
  const int flags = mode == nullptr ? -1 : FlagsOf(mode);
  if (FileLevels::Needs() == 0 || path == nullptr || flags < 0) return next(path, mode);
  const int fd = GatedOpen(path, flags, kNewFileMode);
  if (fd < 0) return nullptr;
  FILE* file = fdopen(fd, mode);
  if (file == nullptr) close(fd);
  return file;
}

// A stream cannot be given another descriptor from outside, so the file is
// opened once for the question and once more, along /proc, for the stream.
FILE* InterposedFReopen(const char* path, const char* mode, FILE* file) {
  static const auto next = NextDefinition<FReopen*>("freopen64");
  const int flags = mode == nullptr ? -1 : FlagsOf(mode);
  if (FileLevels::Needs() == 0 || path == nullptr || flags < 0) return next(path, mode, file);
  const int fd = GatedOpen(path, flags, kNewFileMode);
  if (fd < 0) {
    fclose(file);
    return nullptr;
  }
  char link[32];
  snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
  FILE* reopened = next(link, mode, file);
  close(fd);
  return reopened;
}

DIR* InterposedOpenDir(const char* path) {
  static const auto next = NextDefinition<OpenDir*>("opendir");
  if ((FileLevels::Needs() & FileLevels::kReads) == 0 || path == nullptr) return next(path);
  const int fd = GatedOpen(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK, 0);
  if (fd < 0) return nullptr;
  DIR* directory = fdopendir(fd);
  if (directory == nullptr) close(fd);
  return directory;
}

// Opened in the child, but within the C library.
int InterposedAddOpen(posix_spawn_file_actions_t* actions, int fd, const char* path, int flags,
                      mode_t mode) {
  static const auto next = NextDefinition<AddOpen*>("posix_spawn_file_actions_addopen");
  if (IsReserved(fd)) return EBADF;
  if (!IsLimited(FileLevels::Needs(), flags)) return next(actions, fd, path, flags, mode);
  PathBuffer canonical;
  if (!MayOpen(path, flags, &canonical)) return EACCES;
  const char* file = canonical.view().empty() ? path : canonical.c_str();
  return next(actions, fd, file, flags, mode);
}

}  // extern "C"

}  // namespace hermetic
