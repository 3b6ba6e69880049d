#include "guards/kernel/inherited_descriptors.h"

#include <dirent.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <memory>
#include <vector>

#include "absl/strings/str_cat.h"

namespace hermetic::kernel {
namespace {

// -1 for what is not a socket.
int FamilyOf(int fd) {
  int family = -1;
  socklen_t size = sizeof(family);
  return getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &family, &size) == 0 ? family : -1;
}

bool IsConnected(int fd) {
  sockaddr_storage peer;
  socklen_t size = sizeof(peer);
  return getpeername(fd, reinterpret_cast<sockaddr*>(&peer), &size) == 0;
}

absl::StatusOr<std::vector<int>> OpenDescriptors() {
  const std::unique_ptr<DIR, int (*)(DIR*)> directory(opendir("/proc/self/fd"), closedir);
  if (directory == nullptr) return absl::ErrnoToStatus(errno, "/proc/self/fd");
  std::vector<int> descriptors;
  while (const dirent* entry = readdir(directory.get())) {
    int fd = -1;
    const char* end = entry->d_name + strlen(entry->d_name);
    if (std::from_chars(entry->d_name, end, fd).ptr != end) continue;
    if (fd != dirfd(directory.get())) descriptors.push_back(fd);
  }
  return descriptors;
}

}  // namespace

absl::StatusOr<int> CloseInheritedSockets(UnixSockets unix_sockets) {
  const absl::StatusOr<std::vector<int>> descriptors = OpenDescriptors();
  if (!descriptors.ok()) return descriptors.status();
  int closed = 0;
  for (const int fd : *descriptors) {
    const int family = FamilyOf(fd);
    if (family < 0) continue;
    if (family == AF_UNIX) {
      if (fd <= 2 || unix_sockets == UnixSockets::kKeep || !IsConnected(fd)) continue;
    } else if (fd <= 2) {
      return absl::FailedPreconditionError(absl::StrCat(
          "standard stream ", fd, " is a network socket, which the policy cannot close or hold"));
    }
    close(fd);
    ++closed;
  }
  return closed;
}

}  // namespace hermetic::kernel
