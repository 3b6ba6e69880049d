// An internet address as a value.
#ifndef HERMETIC_GUARDS_IP_ADDRESS_H_
#define HERMETIC_GUARDS_IP_ADDRESS_H_

#include <sys/socket.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hermetic {

// IPv4 and IPv6 alike, without port and scope. An IPv4-mapped address
// (::ffff:1.2.3.4) is the IPv4 address: the kernel sends IPv4 packets to it.
class IpAddress {
 public:
  using Bytes = std::array<uint8_t, 16>;

  // Network byte order; an IPv4 address comes in its mapped form.
  explicit constexpr IpAddress(const Bytes& bytes) : bytes_(bytes) {}
  static IpAddress V4(uint8_t a, uint8_t b, uint8_t c, uint8_t d);
  // nullopt for other families.
  static std::optional<IpAddress> FromSockaddr(const sockaddr* address);
  // Every spelling that getaddrinfo(3) takes for an address without asking
  // anybody: 127.1, 0x7f000001, 017700000001, 2130706433, ::1, fe80::1%lo.
  static std::optional<IpAddress> Parse(std::string_view text);

  bool is_v4() const;
  // 127.0.0.0/8 and ::1.
  bool IsLoopback() const;
  // 0.0.0.0 and ::, which mean "every address" to bind and "this machine" to
  // connect (Linux).
  bool IsUnspecified() const;
  bool IsLinkLocal() const;
  // Multicast and the limited broadcast address: more than one receiver.
  bool IsMulticast() const;
  bool IsIn(const IpAddress& network, int prefix_bits) const;
  // An address at which a cloud hands out credentials, or one that a gateway
  // translates to it (6to4, NAT64, Teredo, ISATAP, IPv4-compatible).
  bool IsMetadata() const;

  const Bytes& bytes() const { return bytes_; }
  // 1.2.3.4 or RFC 5952.
  std::string ToString() const;

  bool operator==(const IpAddress&) const = default;
  bool operator<(const IpAddress& other) const;  // Any order, for containers.

 private:
  Bytes bytes_;
};

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_IP_ADDRESS_H_
