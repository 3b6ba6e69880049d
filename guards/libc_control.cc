// The C library's functions that change a file through a descriptor that only
// reads, or tell of one by going there, behind the gate.
#include <asm/ioctl.h>
#include <fcntl.h>
#include <linux/fiemap.h>
#include <linux/fs.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdarg>

#include "guards/file_levels.h"
#include "guards/gated_files.h"
#include "guards/interposition.h"
#include "guards/private_descriptors.h"

namespace hermetic {
namespace {

bool IsFileOrFolder(int fd) {
  struct stat info;
  return fstat(fd, &info) == 0 && (S_ISREG(info.st_mode) || S_ISDIR(info.st_mode));
}

// Requests that hand something over (flags, versions, labels, keys) set it. Those
// without a direction are older than that rule, and none of them concerns files.
bool ChangesFile(int fd, unsigned long request) {
  return (_IOC_DIR(request) & _IOC_WRITE) != 0 && request != FS_IOC_FIEMAP && IsFileOrFolder(fd);
}

}  // namespace

extern "C" {

using Ioctl = int(int, unsigned long, ...);
using ChDir = int(const char*);

Ioctl HERMETIC_INTERPOSE(InterposedIoctl, "ioctl");
ChDir HERMETIC_INTERPOSE(InterposedChDir, "chdir");

int InterposedIoctl(int fd, unsigned long request, ...) {
  static const auto next = NextDefinition<Ioctl*>("ioctl");
  va_list rest;
  va_start(rest, request);
  void* argument = va_arg(rest, void*);
  va_end(rest);
  const bool is_limited = (FileLevels::Needs() & FileLevels::kWrites) != 0;
  if (is_limited && ChangesFile(fd, request) && GateRefusesChange(fd)) return -1;
  return next(fd, request, argument);
}

int InterposedChDir(const char* path) {
  static const auto next = NextDefinition<ChDir*>("chdir");
  const bool is_limited = (FileLevels::Needs() & FileLevels::kReads) != 0;
  // What a child of vfork is refused, it could tell nobody.
  if (!is_limited || path == nullptr || IsChildOfVfork()) return next(path);
  const GatedFile directory(AT_FDCWD, path, LastLink::kFollow, FileOperation::kLook,
                            FileAccess::kLook);
  return directory ? fchdir(directory.fd()) : -1;
}

}  // extern "C"

}  // namespace hermetic
