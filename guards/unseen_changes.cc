#include "guards/unseen_changes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <mutex>
#include <set>
#include <utility>

namespace hermetic {
namespace {

struct Noted {
  std::mutex mutex;
  std::set<std::pair<dev_t, ino_t>> inodes;
};

Noted& State() {
  static auto& state = *new Noted;
  return state;
}

void Note(const struct stat& status) {
  const std::lock_guard lock(State().mutex);
  State().inodes.emplace(status.st_dev, status.st_ino);
}

// The parent of an absolute path, without the root; empty at the top.
void Climb(std::string* path) { path->resize(path->rfind('/')); }

}  // namespace

void NoteMovedFolder(int dirfd, const char* path) {
  struct stat status;
  // Not by the C library, whose function asks the gates.
  if (syscall(SYS_newfstatat, dirfd, path, &status, AT_SYMLINK_NOFOLLOW) != 0) return;
  if (S_ISDIR(status.st_mode)) Note(status);
}

void NoteWritableMapping(int fd) {
  struct stat status;
  if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode)) Note(status);
}

bool HasUnseenChange(std::string path) {
  const std::lock_guard lock(State().mutex);
  if (State().inodes.empty()) return false;
  for (; path.starts_with('/'); Climb(&path)) {
    struct stat status;
    if (stat(path.c_str(), &status) != 0) return true;
    if (State().inodes.contains({status.st_dev, status.st_ino})) return true;
  }
  return false;
}

}  // namespace hermetic
