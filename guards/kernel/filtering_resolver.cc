#include "guards/kernel/filtering_resolver.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <atomic>
#include <cerrno>
#include <optional>
#include <thread>
#include <vector>

#include "guards/kernel/dns_message.h"

namespace hermetic::kernel {
namespace {

constexpr int kMaxConnections = 32;
constexpr int kIdleMilliseconds = 10'000;
constexpr int kRetryMilliseconds = 50;

// False at the end of the stream, on an error and after the idle time.
bool ReadAll(int fd, char* data, size_t size) {
  while (size > 0) {
    pollfd readable{fd, POLLIN, 0};
    if (poll(&readable, 1, kIdleMilliseconds) <= 0) return false;
    const ssize_t got = recv(fd, data, size, 0);
    if (got <= 0) return false;
    data += got;
    size -= static_cast<size_t>(got);
  }
  return true;
}

std::optional<std::vector<char>> ReadMessage(int fd) {
  uint16_t length;
  if (!ReadAll(fd, reinterpret_cast<char*>(&length), sizeof(length))) return std::nullopt;
  std::vector<char> message(ntohs(length));
  if (!ReadAll(fd, message.data(), message.size())) return std::nullopt;
  return message;
}

// An answer fits into the socket's buffer: it has a handful of records.
bool WriteMessage(int fd, const std::vector<char>& message) {
  std::vector<char> framed{static_cast<char>(message.size() >> 8),
                           static_cast<char>(message.size())};
  framed.insert(framed.end(), message.begin(), message.end());
  return send(fd, framed.data(), framed.size(), MSG_NOSIGNAL) ==
         static_cast<ssize_t>(framed.size());
}

}  // namespace

absl::Status FilteringResolver::Start() {
  listener_ = UniqueFd(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  const SocketAddress any_port = SocketAddress::Loopback(AF_INET, 0);
  sockaddr_in bound{};
  socklen_t size = sizeof(bound);
  if (!listener_.valid() || bind(listener_.get(), any_port.data(), any_port.size()) != 0 ||
      listen(listener_.get(), kMaxConnections) != 0 ||
      getsockname(listener_.get(), reinterpret_cast<sockaddr*>(&bound), &size) != 0) {
    return absl::ErrnoToStatus(errno, "starting the resolver");
  }
  port_ = ntohs(bound.sin_port);
  std::thread([this] { Accept(); }).detach();
  return absl::OkStatus();
}

void FilteringResolver::Accept() {
  static std::atomic<int> connections{0};
  for (;;) {
    UniqueFd connection(accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC));
    if (!connection.valid()) {  // Out of descriptors, most likely: some will come back.
      poll(nullptr, 0, kRetryMilliseconds);
      continue;
    }
    if (connections.load() >= kMaxConnections) continue;
    ++connections;
    std::thread([this, fd = connection.Release()] {
      Serve(UniqueFd(fd));
      --connections;
    }).detach();
  }
}

void FilteringResolver::Serve(UniqueFd connection) {
  while (const auto message = ReadMessage(connection.get())) {
    const std::optional<DnsQuestion> question = ParseQuestion(*message);
    if (!question) return;
    DnsAnswer code = DnsAnswer::kNoError;
    std::vector<SocketAddress> addresses;
    if (!gate_.MayResolve(question->name)) {
      log_.Add(0, "resolve", question->name);
      code = DnsAnswer::kNoName;
    } else if (question->type == static_cast<uint16_t>(DnsType::kA)) {
      addresses = gate_.ResolveForProgram(question->name, AF_INET);
    } else if (question->type == static_cast<uint16_t>(DnsType::kAaaa)) {
      addresses = gate_.ResolveForProgram(question->name, AF_INET6);
    }
    if (!WriteMessage(connection.get(), MakeAnswer(*question, code, addresses))) return;
  }
}

}  // namespace hermetic::kernel
