#include "guards/kernel/socket_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <cstring>

#include "absl/strings/str_cat.h"

namespace hermetic::kernel {
namespace {

constexpr IpAddress kLoopback({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 127, 0, 0, 1});

template <typename Sockaddr>
SocketAddress FromBytes(const Sockaddr& address) {
  return SocketAddress({reinterpret_cast<const char*>(&address), sizeof(address)});
}

}  // namespace

SocketAddress::SocketAddress(absl::Span<const char> bytes)
    : size_(static_cast<socklen_t>(std::min(bytes.size(), sizeof(bytes_)))) {
  if (size_ > 0) memcpy(&bytes_, bytes.data(), size_);
  const bool complete = (family() == AF_INET && size_ >= sizeof(sockaddr_in)) ||
                        (family() == AF_INET6 && size_ >= sizeof(sockaddr_in6));
  if (complete) ip_ = IpAddress::FromSockaddr(data());
}

SocketAddress SocketAddress::Loopback(int family, uint16_t port) {
  if (family == AF_INET6) {
    sockaddr_in6 mapped{.sin6_family = AF_INET6, .sin6_port = htons(port)};
    memcpy(&mapped.sin6_addr, kLoopback.bytes().data(), sizeof(mapped.sin6_addr));
    return FromBytes(mapped);
  }
  sockaddr_in address{.sin_family = AF_INET, .sin_port = htons(port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return FromBytes(address);
}

int SocketAddress::family() const {
  return size_ >= sizeof(sa_family_t) ? bytes_.ss_family : AF_UNSPEC;
}

// The port is at the same place in both families.
uint16_t SocketAddress::port() const {
  return ip_ ? ntohs(reinterpret_cast<const sockaddr_in&>(bytes_).sin_port) : 0;
}

std::string SocketAddress::ToString() const {
  if (family() == AF_UNIX) return "unix socket";
  if (!ip_) return absl::StrCat("address of family ", family());
  if (ip_->is_v4()) return absl::StrCat(ip_->ToString(), ":", port());
  return absl::StrCat("[", ip_->ToString(), "]:", port());
}

}  // namespace hermetic::kernel
