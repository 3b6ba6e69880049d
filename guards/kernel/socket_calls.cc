#include "guards/kernel/socket_calls.h"

#include <fcntl.h>
#include <net/if.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstring>
#include <string>

#include "absl/strings/str_cat.h"
#include "guards/kernel/self_test.h"

namespace hermetic::kernel {
namespace {

constexpr int kMaxAddressSize = 128;
constexpr uint16_t kDnsPort = 53;

// A relative path is relative to the program's directory, not to ours.
SocketAddress WithAbsolutePath(const Notification& question, const SocketAddress& address) {
  const auto& named = *reinterpret_cast<const sockaddr_un*>(address.data());
  const size_t room = address.size() - offsetof(sockaddr_un, sun_path);
  if (address.family() != AF_UNIX || address.size() <= offsetof(sockaddr_un, sun_path) ||
      named.sun_path[0] == '\0' || named.sun_path[0] == '/') {
    return address;
  }
  const std::string path(named.sun_path, strnlen(named.sun_path, room));
  std::array<char, PATH_MAX> directory;
  const std::string link = absl::StrCat("/proc/", question.thread(), "/cwd");
  const ssize_t length = readlink(link.c_str(), directory.data(), directory.size());
  if (length <= 0) return SocketAddress({});
  const std::string full =
      absl::StrCat(absl::string_view(directory.data(), static_cast<size_t>(length)), "/", path);
  sockaddr_un absolute{.sun_family = AF_UNIX};
  if (full.size() >= sizeof(absolute.sun_path)) return SocketAddress({});
  memcpy(absolute.sun_path, full.data(), full.size());
  const size_t size = offsetof(sockaddr_un, sun_path) + full.size() + 1;
  return SocketAddress({reinterpret_cast<const char*>(&absolute), size});
}

// It hears and reaches nobody but this machine from here on, whatever address
// it takes: the filter refuses to change the device.
bool KeepOnLoopbackDevice(int socket) {
  if (setsockopt(socket, SOL_SOCKET, SO_BINDTODEVICE, "lo", sizeof("lo")) == 0) return true;
  char device[IF_NAMESIZE] = {};
  socklen_t size = sizeof(device);
  return getsockopt(socket, SOL_SOCKET, SO_BINDTODEVICE, device, &size) == 0 &&
         strcmp(device, "lo") == 0;
}

bool IsInet(int socket) {
  const int domain = SocketOption(socket, SO_DOMAIN);
  return domain == AF_INET || domain == AF_INET6;
}

bool MayHear(int socket) { return !IsInet(socket) || KeepOnLoopbackDevice(socket); }

}  // namespace

int SocketOption(int fd, int option) {
  int value = -1;
  socklen_t size = sizeof(value);
  return getsockopt(fd, SOL_SOCKET, option, &value, &size) == 0 ? value : -1;
}

CopiedAddress CopyAddress(const Notification& question, uint64_t pointer, int size) {
  if (size < 0 || size > kMaxAddressSize) return {SocketAddress({}), EINVAL};
  const auto bytes = question.ReadMemory(pointer, static_cast<size_t>(size));
  if (absl::IsPermissionDenied(bytes.status())) return {SocketAddress({}), EPERM};
  if (!bytes.ok()) return {SocketAddress({}), EFAULT};
  return {SocketAddress(*bytes), 0};
}

void SocketCalls::Socket(const Notification& question) const {
  const int type = question.int_arg(1);
  // The filter has looked at all three arguments already.
  const UniqueFd made(
      socket(question.int_arg(0), (type & ~SOCK_NONBLOCK) | SOCK_CLOEXEC, question.int_arg(2)));
  if (!made.valid()) return question.Answer(Failed(errno));
  if (!KeepOnLoopbackDevice(made.get())) return question.Answer(Failed(EACCES));
  if ((type & SOCK_NONBLOCK) != 0) fcntl(made.get(), F_SETFL, O_RDWR | O_NONBLOCK);
  question.AnswerWithDescriptor(made.get(), (type & SOCK_CLOEXEC) != 0);
}

CallResult SocketCalls::CheckDestination(const Notification& question, const char* operation,
                                         int socket, const SocketAddress& address) const {
  if (address.family() == AF_UNSPEC || address.family() == AF_NETLINK) return {};
  if (address.family() == AF_UNIX && plan.unix_sockets) return {};
  if (address.ip()) {
    // The resolver of this machine is no loopback service: it asks others.
    const bool by_rules =
        plan.mode == NetworkMode::kOnBehalf && SocketOption(socket, SO_TYPE) == SOCK_STREAM;
    if (address.port() != kDnsPort &&
        (by_rules ? gate.MayConnect(address) : address.IsThisMachine())) {
      return {};
    }
  }
  log.Add(question.thread(), operation, address.ToString());
  return Failed(EACCES);
}

void SocketCalls::Connect(const Notification& question) const {
  auto [address, error] = CopyAddress(question, question.arg(1), question.int_arg(2));
  if (!plan.ActsOnBehalf()) {
    // Every inet socket is bound to the loopback device, so the kernel may do
    // what it likes; the refusal only spares the program a time-out.
    if (error == 0 && address.ip() && !address.IsThisMachine()) {
      log.Add(question.thread(), "connect", address.ToString());
      return question.Answer(Failed(EACCES));
    }
    return question.UncheckedContinue();
  }
  if (error != 0) return question.Answer(Failed(error));
  auto duplicate = question.Duplicate(question.int_arg(0));
  if (!duplicate.ok()) {
    return question.Answer(Failed(absl::IsPermissionDenied(duplicate.status()) ? EPERM : EBADF));
  }
  const int socket = duplicate->get();
  if (resolver_port != 0 && address.port() == kDnsPort &&
      SocketOption(socket, SO_TYPE) == SOCK_STREAM) {
    address = SocketAddress::Loopback(SocketOption(socket, SO_DOMAIN), resolver_port);
  } else if (const CallResult check = CheckDestination(question, "connect", socket, address);
             check.error != 0) {
    return question.Answer(check);
  }
  // Whatever options the socket has.
  if (plan.mode == NetworkMode::kLoopback && address.ip() && !KeepOnLoopbackDevice(socket)) {
    return question.Answer(Failed(EACCES));
  }
  address = WithAbsolutePath(question, address);
  std::unique_lock lock(own_address, std::defer_lock);
  if (address.family() == AF_UNSPEC) lock.lock();
  if (!question.IsValid()) return;
  const CallResult result = ResultOf(connect(socket, address.data(), address.size()));
  duplicate->Reset();  // First: the answer wakes the program, which would have to wait.
  question.Answer(result);
}

void SocketCalls::Bind(const Notification& question) const {
  auto [address, error] = CopyAddress(question, question.arg(1), question.int_arg(2));
  if (error != 0) return question.Answer(Failed(error));
  const auto duplicate = question.Duplicate(question.int_arg(0));
  if (!duplicate.ok()) return question.Answer(Failed(EBADF));
  if (plan.mode == NetworkMode::kLoopback) {
    if (!MayHear(duplicate->get())) return question.Answer(Failed(EACCES));
  } else if (address.ip() && SocketOption(duplicate->get(), SO_TYPE) == SOCK_STREAM &&
             !address.ip()->IsLoopback() && address.port() != 0) {
    if (!IsSelfTest(address)) log.Add(question.thread(), "bind", address.ToString());
    return question.Answer(Failed(EACCES));
  }
  address = WithAbsolutePath(question, address);
  const std::lock_guard lock(own_address);
  if (!question.IsValid()) return;
  question.Answer(ResultOf(bind(duplicate->get(), address.data(), address.size())));
}

void SocketCalls::Listen(const Notification& question) const {
  const auto duplicate = question.Duplicate(question.int_arg(0));
  if (!duplicate.ok()) return question.Answer(Failed(EBADF));
  if (plan.mode == NetworkMode::kLoopback) {
    if (!MayHear(duplicate->get())) return question.Answer(Failed(EACCES));
    return question.Answer(ResultOf(listen(duplicate->get(), question.int_arg(1))));
  }
  const std::lock_guard lock(own_address);
  sockaddr_storage name{};
  socklen_t size = sizeof(name);
  if (getsockname(duplicate->get(), reinterpret_cast<sockaddr*>(&name), &size) != 0) {
    return question.Answer(Failed(errno));
  }
  const SocketAddress address({reinterpret_cast<const char*>(&name), size});
  if (address.ip() && !address.ip()->IsLoopback()) {
    log.Add(question.thread(), "listen", address.ToString());
    return question.Answer(Failed(EACCES));
  }
  question.Answer(ResultOf(listen(duplicate->get(), question.int_arg(1))));
}

}  // namespace hermetic::kernel
