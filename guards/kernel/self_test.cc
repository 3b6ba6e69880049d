#include "guards/kernel/self_test.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <initializer_list>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "guards/kernel/socket_address.h"
#include "guards/kernel/unique_fd.h"

namespace hermetic::kernel {
namespace {

constexpr int kExecveCheck = 0x10000;  // AT_EXECVE_CHECK, Linux 6.14.

Held IsErrno(int64_t result, int error) {
  return result < 0 && errno == error ? Held::kYes : Held::kNo;
}

Held TryOpen(const char* path, int flags) {
  const UniqueFd fd(open(path, flags | O_CLOEXEC | O_NONBLOCK));
  if (fd.valid()) return Held::kNo;
  return errno == EACCES ? Held::kYes : Held::kCannotTell;
}

bool IsBeneath(absl::string_view path, const std::vector<std::string>& grants) {
  return std::any_of(grants.begin(), grants.end(), [&](const std::string& grant) {
    return grant == "/" || path == grant || absl::StartsWith(path, absl::StrCat(grant, "/"));
  });
}

// A file without a name, in a directory that the policy does not grant.
Held TryWrite(const Policy& policy) {
  for (const char* directory : {"/tmp", "/var/tmp", "/home", "/"}) {
    const bool overlaps = IsBeneath(directory, policy.allow_write);
    const Held held = overlaps ? Held::kCannotTell : TryOpen(directory, O_TMPFILE | O_WRONLY);
    if (held != Held::kCannotTell) return held;
  }
  return Held::kCannotTell;
}

Held TryFiles(const Policy& policy) {
  // Without any filter the row has said so already; Landlock holds the rest.
  if (policy.allow_write.empty() && TryRow(RowId::kHardening, {}, {}) == Held::kYes &&
      IsErrno(fchmod(-1, 0), EPERM) == Held::kNo) {
    return Held::kNo;
  }
  return TryWrite(policy);
}

Held TryReads(const Policy& policy) {
  for (const std::string& path : policy.deny_read) {
    const int fd = open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) close(fd);  // A directory: its names are not hidden.
    if (fd < 0 && errno == ENOTDIR) return TryOpen(path.c_str(), O_RDONLY);
  }
  if (policy.fs_root.empty()) return Held::kCannotTell;
  std::vector<std::string> granted = policy.allow_read;
  granted.push_back(policy.fs_root);
  granted.insert(granted.end(), policy.allow_write.begin(), policy.allow_write.end());
  // A directory whose entries alone are granted.
  return IsBeneath("/etc", granted) ? Held::kCannotTell : TryOpen("/etc", O_RDONLY | O_DIRECTORY);
}

Held TryPrograms() {
  char* const none[] = {nullptr};
  const int64_t result =
      syscall(SYS_execveat, AT_FDCWD, "/proc/self/exe", none, none, kExecveCheck);
  return result < 0 && errno == EACCES ? Held::kYes : Held::kCannotTell;
}

SocketAddress ForeignAddress() {
  sockaddr_in address{.sin_family = AF_INET, .sin_port = htons(9)};
  inet_pton(AF_INET, "192.0.2.1", &address.sin_addr);
  return SocketAddress({reinterpret_cast<const char*>(&address), sizeof(address)});
}

// Sends nothing.
Held TryForeignBind() {
  const UniqueFd fd(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (!fd.valid()) return Held::kYes;
  const SocketAddress address = ForeignAddress();
  const int result = bind(fd.get(), address.data(), address.size());
  return result < 0 && errno != EADDRNOTAVAIL ? Held::kYes : Held::kNo;
}

Held TryLoopbackSocket() {
  const UniqueFd fd(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  const sockaddr_in any{.sin_family = AF_INET};
  if (!fd.valid() || bind(fd.get(), reinterpret_cast<const sockaddr*>(&any), sizeof(any)) != 0) {
    return Held::kYes;
  }
  char device[16] = {};
  socklen_t size = sizeof(device);
  getsockopt(fd.get(), SOL_SOCKET, SO_BINDTODEVICE, device, &size);
  return strcmp(device, "lo") == 0 ? Held::kYes : Held::kNo;
}

Held TryNetwork(const NetworkPlan& network) {
  switch (network.mode) {
    case NetworkMode::kOpen:
      return Held::kCannotTell;
    case NetworkMode::kRefused:
      return UniqueFd(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)).valid() ? Held::kNo
                                                                              : Held::kYes;
    case NetworkMode::kLoopback:
      return TryLoopbackSocket();
    case NetworkMode::kOnBehalf:
      return TryForeignBind();
  }
  return Held::kNo;
}

Held TryExecutableMemory() {
  void* memory = mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return errno == EPERM ? Held::kYes : Held::kCannotTell;
  munmap(memory, 4096);
  return Held::kNo;
}

}  // namespace

Held TryNetworkFilter() {  // Refused before the descriptor is looked at.
  return IsErrno(setsockopt(-1, SOL_SOCKET, SO_BINDTODEVICE, "lo", sizeof("lo")), EPERM);
}

Held TryRow(RowId row, const Policy& policy, const NetworkPlan& network) {
  switch (row) {
    case RowId::kBaseDomain:
      return TryOpen("/proc/self/mem", O_RDWR);
    case RowId::kHardening:  // Refused before its null pointers are looked at.
      return IsErrno(syscall(SYS_add_key, nullptr, nullptr, nullptr, 0, 0), EPERM);
    case RowId::kFiles:
      return TryFiles(policy);
    case RowId::kReads:
      return TryReads(policy);
    case RowId::kProcesses:
      return IsErrno(syscall(SYS_execve, nullptr, nullptr, nullptr), EPERM);
    case RowId::kPrograms:
      return TryPrograms();
    case RowId::kNetwork:
      return TryNetwork(network);
    case RowId::kNativeCode:
      return TryExecutableMemory();
    case RowId::kLimits:
      return Held::kCannotTell;
  }
  return Held::kNo;
}

bool IsSelfTest(const SocketAddress& bound) {
  return bound.ip() == ForeignAddress().ip() && bound.port() == ForeignAddress().port();
}

}  // namespace hermetic::kernel
