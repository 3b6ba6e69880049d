#include "guards/ip_address.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace hermetic {
namespace {

constexpr IpAddress::Bytes Mapped(uint8_t a, uint8_t b, uint8_t c, uint8_t d) {
  return {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, a, b, c, d};
}

// Beside those that every list has, the endpoints for containers and of the
// other large clouds.
constexpr IpAddress kMetadata[] = {
    IpAddress(Mapped(169, 254, 169, 254)),  // AWS, Google, Azure, OpenStack, ...
    IpAddress(Mapped(169, 254, 170, 2)),    // AWS: tasks of a container service
    IpAddress(Mapped(169, 254, 170, 23)),   // AWS: pods
    IpAddress(Mapped(100, 100, 100, 200)),  // Alibaba
    IpAddress(Mapped(192, 0, 0, 192)),      // Oracle
    IpAddress(Mapped(168, 63, 129, 16)),    // Azure: the host's agent
    IpAddress({0xfd, 0x00, 0x0e, 0xc2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54}),  // AWS
    IpAddress({0xfd, 0x00, 0x0e, 0xc2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x23}),     // AWS pods
    IpAddress({0xfd, 0x20, 0, 0xce, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54}),     // Google
    IpAddress({0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xa9, 0xfe, 0xa9, 0xfe}),  // Link-local
};

// IPv6 addresses that stand for an IPv4 address: `marker` at byte `at`, and
// the IPv4 address in the bytes `v4`.
struct Embedding {
  std::string_view marker;
  size_t at;
  std::array<uint8_t, 4> v4;
  uint8_t inverted_by = 0;
};

using namespace std::string_view_literals;
constexpr Embedding kEmbeddings[] = {
    {"\0\0\0\0\0\0\0\0\0\0\0\0"sv, 0, {12, 13, 14, 15}},        // IPv4-compatible
    {"\0\0\0\0\0\0\0\0\xff\xff\0\0"sv, 0, {12, 13, 14, 15}},    // IPv4-translated, RFC 2765
    {"\x20\x02"sv, 0, {2, 3, 4, 5}},                            // 6to4, RFC 3056
    {"\0\x64\xff\x9b\0\0\0\0\0\0\0\0"sv, 0, {12, 13, 14, 15}},  // NAT64, RFC 6052
    {"\0\x64\xff\x9b\0\x01"sv, 0, {12, 13, 14, 15}},            // Local NAT64, RFC 8215
    {"\0\x64\xff\x9b\0\x01"sv, 0, {6, 7, 9, 10}},               // The same with a /48 prefix
    {"\x20\x01\0\0"sv, 0, {4, 5, 6, 7}},                        // Teredo's server, RFC 4380
    {"\x20\x01\0\0"sv, 0, {12, 13, 14, 15}, 0xff},              // Teredo's client
    {"\0\0\x5e\xfe"sv, 8, {12, 13, 14, 15}},                    // ISATAP, RFC 5214
    {"\x02\0\x5e\xfe"sv, 8, {12, 13, 14, 15}},                  // The same, global
};

constexpr size_t kV4At = 12;

bool IsListed(const IpAddress& address) {
  return std::find(std::begin(kMetadata), std::end(kMetadata), address) != std::end(kMetadata);
}

}  // namespace

IpAddress IpAddress::V4(uint8_t a, uint8_t b, uint8_t c, uint8_t d) {
  return IpAddress(Mapped(a, b, c, d));
}

std::optional<IpAddress> IpAddress::FromSockaddr(const sockaddr* address) {
  Bytes bytes = Mapped(0, 0, 0, 0);
  if (address->sa_family == AF_INET) {
    const auto* v4 = reinterpret_cast<const sockaddr_in*>(address);
    std::memcpy(bytes.data() + kV4At, &v4->sin_addr, sizeof(v4->sin_addr));
  } else if (address->sa_family == AF_INET6) {
    const auto* v6 = reinterpret_cast<const sockaddr_in6*>(address);
    std::memcpy(bytes.data(), &v6->sin6_addr, bytes.size());
  } else {
    return std::nullopt;
  }
  return IpAddress(bytes);
}

std::optional<IpAddress> IpAddress::Parse(std::string_view text) {
  // IPv6 has a colon, and IPv4 in all its spellings starts with a digit: names
  // are spared the copy.
  const bool may_be = !text.empty() && (text.find(':') != std::string_view::npos ||
                                        (text.front() >= '0' && text.front() <= '9'));
  if (!may_be || text.find('\0') != std::string_view::npos) return std::nullopt;
  const std::string terminated(text);
  addrinfo hints{};
  hints.ai_flags = AI_NUMERICHOST;
  hints.ai_socktype = SOCK_DGRAM;
  addrinfo* found = nullptr;
  if (getaddrinfo(terminated.c_str(), nullptr, &hints, &found) != 0) return std::nullopt;
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(found, &freeaddrinfo);
  return FromSockaddr(found->ai_addr);
}

bool IpAddress::is_v4() const { return IsIn(IpAddress(Mapped(0, 0, 0, 0)), 96); }

bool IpAddress::IsLoopback() const {
  static constexpr IpAddress kV4Loopback(Mapped(127, 0, 0, 0));
  static constexpr IpAddress kV6Loopback({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
  return *this == kV6Loopback || IsIn(kV4Loopback, 96 + 8);
}

bool IpAddress::IsUnspecified() const {
  static constexpr IpAddress kV4Any(Mapped(0, 0, 0, 0));
  static constexpr IpAddress kV6Any(Bytes{});
  return *this == kV4Any || *this == kV6Any;
}

bool IpAddress::IsLinkLocal() const {
  static constexpr IpAddress kV4LinkLocal(Mapped(169, 254, 0, 0));
  static constexpr IpAddress kV6LinkLocal({0xfe, 0x80});
  return IsIn(kV4LinkLocal, 96 + 16) || IsIn(kV6LinkLocal, 10);
}

bool IpAddress::IsMulticast() const {
  static constexpr IpAddress kV4Multicast(Mapped(224, 0, 0, 0));
  static constexpr IpAddress kV4Broadcast(Mapped(255, 255, 255, 255));
  static constexpr IpAddress kV6Multicast({0xff});
  return IsIn(kV4Multicast, 96 + 4) || *this == kV4Broadcast || IsIn(kV6Multicast, 8);
}

bool IpAddress::IsIn(const IpAddress& network, int prefix_bits) const {
  const auto whole = static_cast<size_t>(prefix_bits / 8);
  if (std::memcmp(bytes_.data(), network.bytes_.data(), whole) != 0) return false;
  const int rest = prefix_bits % 8;
  return rest == 0 || ((bytes_[whole] ^ network.bytes_[whole]) >> (8 - rest)) == 0;
}

bool IpAddress::IsMetadata() const {
  if (IsListed(*this)) return true;
  for (const Embedding& embedding : kEmbeddings) {
    const auto& marker = embedding.marker;
    if (std::memcmp(bytes_.data() + embedding.at, marker.data(), marker.size()) != 0) continue;
    const auto byte = [&](size_t i) {
      return static_cast<uint8_t>(bytes_[embedding.v4[i]] ^ embedding.inverted_by);
    };
    if (IsListed(V4(byte(0), byte(1), byte(2), byte(3)))) return true;
  }
  return false;
}

bool IpAddress::operator<(const IpAddress& other) const {
  return std::memcmp(bytes_.data(), other.bytes_.data(), bytes_.size()) < 0;
}

std::string IpAddress::ToString() const {
  char text[INET6_ADDRSTRLEN] = "";
  if (is_v4()) {
    inet_ntop(AF_INET, bytes_.data() + kV4At, text, sizeof(text));
  } else {
    inet_ntop(AF_INET6, bytes_.data(), text, sizeof(text));
  }
  return text;
}

}  // namespace hermetic
