// A socket address as copied out of an untrusted process.
#ifndef HERMETIC_GUARDS_KERNEL_SOCKET_ADDRESS_H_
#define HERMETIC_GUARDS_KERNEL_SOCKET_ADDRESS_H_

#include <sys/socket.h>

#include <cstdint>
#include <optional>
#include <string>

#include "absl/types/span.h"
#include "guards/ip_address.h"

namespace hermetic::kernel {

class SocketAddress {
 public:
  // `bytes` as given to connect(); at most 128. Shorter than its family needs is
  // kept as it is and has no IP address.
  explicit SocketAddress(absl::Span<const char> bytes);

  // 127.0.0.1, as a socket of `family` can be connected to it.
  static SocketAddress Loopback(int family, uint16_t port);

  // As the kernel would be given them.
  const sockaddr* data() const { return reinterpret_cast<const sockaddr*>(&bytes_); }
  socklen_t size() const { return size_; }
  int family() const;

  // Of a complete AF_INET or AF_INET6 address.
  const std::optional<IpAddress>& ip() const { return ip_; }
  uint16_t port() const;  // 0 without IP address.
  // The loopback network, or as a destination the unspecified address.
  bool IsThisMachine() const { return ip_ && (ip_->IsLoopback() || ip_->IsUnspecified()); }

  std::string ToString() const;  // "192.0.2.1:443", "[::1]:80", "unix socket".

 private:
  sockaddr_storage bytes_{};
  socklen_t size_ = 0;
  std::optional<IpAddress> ip_;
};

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_SOCKET_ADDRESS_H_
