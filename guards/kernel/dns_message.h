// The part of a DNS message that a filtering resolver reads and writes (RFC
// 1035, sections 4.1 and 4.2.2; RFC 3596).
#ifndef HERMETIC_GUARDS_KERNEL_DNS_MESSAGE_H_
#define HERMETIC_GUARDS_KERNEL_DNS_MESSAGE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/types/span.h"
#include "guards/kernel/socket_address.h"

namespace hermetic::kernel {

enum class DnsType : uint16_t { kA = 1, kAaaa = 28 };
enum class DnsAnswer : uint8_t { kNoError = 0, kFormatError = 1, kServerFailure = 2, kNoName = 3 };

struct DnsQuestion {
  uint16_t id;
  uint16_t flags;
  std::string name;  // Lower case, without the last dot.
  uint16_t type;
  std::vector<char> wire;  // The question section, to be repeated in the answer.
};

// nullopt unless `message` is a query with exactly one question of class IN
// whose name is uncompressed and made of printable characters.
std::optional<DnsQuestion> ParseQuestion(absl::Span<const char> message);

// `addresses` of the asked family become records; the others are left out.
std::vector<char> MakeAnswer(const DnsQuestion& question, DnsAnswer code,
                             absl::Span<const SocketAddress> addresses);

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_DNS_MESSAGE_H_
