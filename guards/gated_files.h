// Files by path, decided and used without a gap between: the canonical path is
// found, the gate asked about it, and the file then reached along that path
// without following any link.
#ifndef HERMETIC_GUARDS_GATED_FILES_H_
#define HERMETIC_GUARDS_GATED_FILES_H_

#include "guards/file_gate.h"
#include "guards/path_resolution.h"

namespace hermetic {

// What open(2) with `flags` may change a file.
bool OpensForWriting(int flags);

// open(2) under policies that limit what `flags` ask for. -1 with errno.
int OpenThroughGate(int dirfd, const char* path, int flags, unsigned mode);

// Decides what open(2) with `flags` would be; false if it is refused. `canonical`
// is to be opened in place of `path`, or empty where that leads to no file.
bool MayOpen(const char* path, int flags, PathBuffer* canonical);

// What open(2) gave: a file of /proc or /sys that every policy refuses is closed
// again, with -1 and EACCES.
int RefuseSystemState(int fd, const char* path, int flags);

// A file that has passed the gate, held by an O_PATH descriptor.
class GatedFile {
 public:
  GatedFile(int dirfd, const char* path, LastLink last, FileOperation operation, FileAccess access);
  ~GatedFile();
  GatedFile(const GatedFile&) = delete;
  GatedFile& operator=(const GatedFile&) = delete;

  // False with errno set: refused, or not there.
  explicit operator bool() const { return fd_ >= 0; }
  int fd() const { return fd_; }
  // A path that leads there, for functions without a variant that takes O_PATH.
  const char* proc_path() const { return proc_path_; }

 private:
  int fd_ = -1;
  char proc_path_[32];
};

// An entry of a directory that has passed the gate, to be made, removed or
// renamed; the directory is held by an O_PATH descriptor.
class GatedEntry {
 public:
  GatedEntry(int dirfd, const char* path, FileAccess access);
  ~GatedEntry();
  GatedEntry(const GatedEntry&) = delete;
  GatedEntry& operator=(const GatedEntry&) = delete;

  explicit operator bool() const { return fd_ >= 0; }
  int directory() const { return fd_; }
  const char* name() const { return name_.c_str(); }

 private:
  int fd_ = -1;
  PathBuffer name_;
};

// Something that may be looked at is there already, so that nothing can be made
// under this name: mkdir answers EEXIST, as on a file system that is read-only.
bool IsThere(int dirfd, const char* path);

// An open descriptor whose file is to be changed (fchmod and the like).
bool GateRefusesChange(int fd);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_GATED_FILES_H_
