// The C library's functions that open files of which they choose or complete the
// name: temporary files, shared memory and named semaphores. They open within
// the C library, where the gate does not stand, so they are asked about here.
#include <fcntl.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstring>
#include <string>

#include "guards/file_gate.h"
#include "guards/file_levels.h"
#include "guards/gated_files.h"
#include "guards/interposition.h"

namespace hermetic {
namespace {

bool IsIdle(const void* name) { return FileLevels::Needs() == 0 || name == nullptr; }

constexpr int kAttempts = 100;
constexpr mode_t kPrivateMode = 0600;

constexpr std::string_view kPlaceholder = "XXXXXX";

// Writes six random characters over the end of `path`.
bool CompleteName(char* path) {
  constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
  unsigned char random[kPlaceholder.size()];
  if (getrandom(random, sizeof(random), 0) != sizeof(random)) return false;
  char* end = path + std::strlen(path) - sizeof(random);
  for (const unsigned char byte : random) *end++ = kAlphabet[byte % kAlphabet.size()];
  return true;
}

// Makes what mkstemp and mkdtemp make: `make()` answers -1 with EEXIST for a name
// that is taken.
template <typename Make>
int MakeTemporary(char* path, Make make) {
  if (!std::string_view(path).ends_with(kPlaceholder)) {
    errno = EINVAL;
    return -1;
  }
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    if (!CompleteName(path)) return -1;
    const int made = make();
    if (made >= 0 || errno != EEXIST) return made;
  }
  return -1;
}

// `name` of shm_open ("/x") or sem_open ("/x", prefix "sem."): refused if the file
// that it stands for is.
bool SharedMemoryIsRefused(const char* name, std::string_view prefix, bool writes) {
  while (*name == '/') ++name;
  PathBuffer path;
  ForgetRefusal();
  if (!path.Assign("/dev/shm/") || !path.Append(prefix) || !path.Append(name)) return true;
  return GateRefuses({FileOperation::kChange, writes ? FileAccess::kWrite : FileAccess::kRead,
                      path.view(), path.view()});
}

// "/dev/shm/sem.x" for the semaphore "/x".
bool SemaphorePath(const char* name, PathBuffer* path) {
  while (*name == '/') ++name;
  return path->Assign("/dev/shm/sem.") && path->Append(name);
}

// Locks of multiprocessing, which thread pools have as well: unlinked as soon as
// they are open. Where none may be made, they are in memory that is shared with
// what is forked.
bool IsUnnamedLock(const char* name, int flags) {
  constexpr int kNew = O_CREAT | O_EXCL;
  PathBuffer path;
  return (flags & kNew) == kNew && std::string_view(name).starts_with("/mp-") &&
         SemaphorePath(name, &path) && !IsAllowed(FileAccess::kWrite, path.view());
}

// What this thread has not unlinked yet. Small: a module that is loaded late gets
// little storage for threads, as glibc's rtld.optional_static_tls says.
thread_local std::string unnamed_lock;

constexpr size_t kPage = 4096;
// The C library's own semaphores begin with a page, these do not.
constexpr size_t kLockOffset = 64;

sem_t* NewUnnamedLock(const char* name, unsigned value) {
  void* page = mmap(nullptr, kPage, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (page == MAP_FAILED) return SEM_FAILED;
  unnamed_lock = name;
  auto* lock = reinterpret_cast<sem_t*>(static_cast<char*>(page) + kLockOffset);
  return sem_init(lock, 1, value) == 0 ? lock : SEM_FAILED;
}

}  // namespace

extern "C" {

using MakeFile = int(char*);
using MakeFileWithFlags = int(char*, int);
using MakeDirectory = char*(char*);
using TmpFile = FILE*();
using ShmOpen = int(const char*, int, mode_t);
using Unlink = int(const char*);
using SemOpen = sem_t*(const char*, int, ...);
using SemClose = int(sem_t*);

MakeFile HERMETIC_INTERPOSE(InterposedMkstemp, "mkstemp64");
MakeFile HERMETIC_INTERPOSE_ALIAS(InterposedMkstemp32, "mkstemp", "mkstemp64");
MakeFileWithFlags HERMETIC_INTERPOSE(InterposedMkostemp, "mkostemp64");
MakeFileWithFlags HERMETIC_INTERPOSE_ALIAS(InterposedMkostemp32, "mkostemp", "mkostemp64");
MakeDirectory HERMETIC_INTERPOSE(InterposedMkdtemp, "mkdtemp");
TmpFile HERMETIC_INTERPOSE(InterposedTmpFile, "tmpfile64");
TmpFile HERMETIC_INTERPOSE_ALIAS(InterposedTmpFile32, "tmpfile", "tmpfile64");
ShmOpen HERMETIC_INTERPOSE(InterposedShmOpen, "shm_open");
Unlink HERMETIC_INTERPOSE(InterposedShmUnlink, "shm_unlink");
SemOpen HERMETIC_INTERPOSE(InterposedSemOpen, "sem_open");
SemClose HERMETIC_INTERPOSE(InterposedSemClose, "sem_close");
Unlink HERMETIC_INTERPOSE(InterposedSemUnlink, "sem_unlink");

int InterposedMkostemp(char* path, int flags) {
  static const auto next = NextDefinition<MakeFileWithFlags*>("mkostemp64");
  if (IsIdle(path)) return next(path, flags);
  return MakeTemporary(path, [&] {
    const int how = (flags & ~O_ACCMODE) | O_RDWR | O_CREAT | O_EXCL;
    return OpenThroughGate(AT_FDCWD, path, how, kPrivateMode);
  });
}

int InterposedMkstemp(char* path) { return InterposedMkostemp(path, 0); }

char* InterposedMkdtemp(char* path) {
  static const auto next = NextDefinition<MakeDirectory*>("mkdtemp");
  if (IsIdle(path)) return next(path);
  // mkdir as this program has it: behind the gate.
  return MakeTemporary(path, [&] { return mkdir(path, 0700); }) < 0 ? nullptr : path;
}

FILE* InterposedTmpFile() {
  static const auto next = NextDefinition<TmpFile*>("tmpfile64");
  if (IsIdle("")) return next();
  const int fd = OpenThroughGate(AT_FDCWD, P_tmpdir, O_TMPFILE | O_RDWR | O_EXCL, kPrivateMode);
  FILE* file = fd < 0 ? nullptr : fdopen(fd, "w+");
  if (file == nullptr && fd >= 0) close(fd);
  return file;
}

int InterposedShmOpen(const char* name, int flags, mode_t mode) {
  static const auto next = NextDefinition<ShmOpen*>("shm_open");
  if (!IsIdle(name) && SharedMemoryIsRefused(name, "", OpensForWriting(flags))) return -1;
  return next(name, flags, mode);
}

int InterposedShmUnlink(const char* name) {
  static const auto next = NextDefinition<Unlink*>("shm_unlink");
  return !IsIdle(name) && SharedMemoryIsRefused(name, "", true) ? -1 : next(name);
}

sem_t* InterposedSemOpen(const char* name, int flags, ...) {
  static const auto next = NextDefinition<SemOpen*>("sem_open");
  mode_t mode = 0;
  unsigned value = 0;
  if ((flags & O_CREAT) != 0) {
    va_list rest;
    va_start(rest, flags);
    mode = va_arg(rest, mode_t);
    value = va_arg(rest, unsigned);
    va_end(rest);
  }
  if (!IsIdle(name)) {
    if (IsUnnamedLock(name, flags)) return NewUnnamedLock(name, value);
    if (SharedMemoryIsRefused(name, "sem.", true)) return SEM_FAILED;
  }
  return next(name, flags, mode, value);
}

int InterposedSemClose(sem_t* semaphore) {
  static const auto next = NextDefinition<SemClose*>("sem_close");
  const auto address = reinterpret_cast<uintptr_t>(semaphore);
  if (address % kPage != kLockOffset) return next(semaphore);
  return munmap(reinterpret_cast<char*>(semaphore) - kLockOffset, kPage);
}

int InterposedSemUnlink(const char* name) {
  static const auto next = NextDefinition<Unlink*>("sem_unlink");
  if (name != nullptr && !unnamed_lock.empty() && unnamed_lock == name) {
    unnamed_lock.clear();
    return 0;
  }
  return !IsIdle(name) && SharedMemoryIsRefused(name, "sem.", true) ? -1 : next(name);
}

}  // extern "C"

}  // namespace hermetic
