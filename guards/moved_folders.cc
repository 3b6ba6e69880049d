#include "guards/moved_folders.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <mutex>
#include <set>
#include <utility>

namespace hermetic {
namespace {

struct Moved {
  std::mutex mutex;
  std::set<std::pair<dev_t, ino_t>> folders;
};

Moved& State() {
  static auto& state = *new Moved;
  return state;
}

}  // namespace

void NoteMovedFolder(int dirfd, const char* path) {
  struct stat status;
  // Not by the C library, whose function asks the gates.
  const long failed = syscall(SYS_newfstatat, dirfd, path, &status, AT_SYMLINK_NOFOLLOW);
  if (failed != 0 || !S_ISDIR(status.st_mode)) return;
  const std::lock_guard lock(State().mutex);
  State().folders.emplace(status.st_dev, status.st_ino);
}

bool IsInMovedFolder(std::string path) {
  const std::lock_guard lock(State().mutex);
  if (State().folders.empty()) return false;
  while (path.rfind('/') != std::string::npos && path.rfind('/') != 0) {
    path.resize(path.rfind('/'));
    struct stat status;
    if (stat(path.c_str(), &status) != 0) return true;
    if (State().folders.contains({status.st_dev, status.st_ino})) return true;
  }
  return false;
}

}  // namespace hermetic
