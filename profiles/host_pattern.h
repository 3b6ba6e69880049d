// What --allow-host takes: HOST[:PORT], where HOST is a name, an address or a
// network in CIDR form; IPv6 with a port is written [ADDRESS]:PORT.
#ifndef HERMETIC_PROFILES_HOST_PATTERN_H_
#define HERMETIC_PROFILES_HOST_PATTERN_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace hermetic {

struct HostPattern {
  std::string name;  // Lower case, no trailing dot; empty for an address.
  // Network byte order; an IPv4 address fills the first four.
  std::array<uint8_t, 16> address = {};
  uint8_t address_bits = 0;  // 32 or 128; 0 for a name.
  uint8_t prefix_bits = 0;   // As many as address_bits for a single address.
  uint16_t port = 0;         // 0: any.
  bool operator==(const HostPattern&) const = default;
};

// kInvalidArgument says what is wrong, without repeating `text`.
absl::StatusOr<HostPattern> ParseHostPattern(std::string_view text);

// A host name of the DNS, lower case and without the trailing dot.
// kInvalidArgument if `text` is none.
absl::StatusOr<std::string> ParseDomain(std::string_view text);

}  // namespace hermetic

#endif  // HERMETIC_PROFILES_HOST_PATTERN_H_
