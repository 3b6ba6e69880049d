#include "guards/kernel/dns_message.h"

#include <netinet/in.h>

#include "absl/strings/ascii.h"

namespace hermetic::kernel {
namespace {

constexpr size_t kHeaderSize = 12;
constexpr uint16_t kClassInternet = 1;
constexpr uint16_t kResponse = 0x8000;
constexpr uint16_t kRecursionDesired = 0x0100;
constexpr uint16_t kRecursionAvailable = 0x0080;
constexpr uint16_t kOpcodeMask = 0x7800;
constexpr uint16_t kPointerToQuestion = 0xc000 | kHeaderSize;
constexpr uint32_t kTtlSeconds = 30;

uint16_t Get16(absl::Span<const char> message, size_t at) {
  return static_cast<uint16_t>(static_cast<uint8_t>(message[at]) << 8 |
                               static_cast<uint8_t>(message[at + 1]));
}

void Put16(std::vector<char>& message, uint32_t value) {
  message.push_back(static_cast<char>(value >> 8));
  message.push_back(static_cast<char>(value));
}

void Put32(std::vector<char>& message, uint32_t value) {
  Put16(message, value >> 16);
  Put16(message, value & 0xffff);
}

absl::Span<const char> AddressBytes(const SocketAddress& address) {
  if (address.family() == AF_INET) {
    const auto& v4 = *reinterpret_cast<const sockaddr_in*>(address.data());
    return {reinterpret_cast<const char*>(&v4.sin_addr), sizeof(v4.sin_addr)};
  }
  const auto& v6 = *reinterpret_cast<const sockaddr_in6*>(address.data());
  return {reinterpret_cast<const char*>(&v6.sin6_addr), sizeof(v6.sin6_addr)};
}

}  // namespace

std::optional<DnsQuestion> ParseQuestion(absl::Span<const char> message) {
  if (message.size() < kHeaderSize) return std::nullopt;
  DnsQuestion question{.id = Get16(message, 0), .flags = Get16(message, 2)};
  const uint16_t count = Get16(message, 4);
  if ((question.flags & (kResponse | kOpcodeMask)) != 0 || count != 1) return std::nullopt;
  size_t at = kHeaderSize;
  for (;;) {
    if (at >= message.size()) return std::nullopt;
    const auto length = static_cast<uint8_t>(message[at++]);
    if (length == 0) break;
    if (length > 63 || at + length > message.size() || question.name.size() > 253) {
      return std::nullopt;
    }
    if (!question.name.empty()) question.name += '.';
    for (const char c : message.subspan(at, length)) {
      // A dot within a label would make another name of it.
      if (!absl::ascii_isgraph(static_cast<unsigned char>(c)) || c == '.') return std::nullopt;
      question.name += absl::ascii_tolower(static_cast<unsigned char>(c));
    }
    at += length;
  }
  if (at + 4 > message.size() || Get16(message, at + 2) != kClassInternet) return std::nullopt;
  question.type = Get16(message, at);
  question.wire.assign(message.begin() + kHeaderSize,
                       message.begin() + static_cast<ptrdiff_t>(at + 4));
  return question;
}

std::vector<char> MakeAnswer(const DnsQuestion& question, DnsAnswer code,
                             absl::Span<const SocketAddress> addresses) {
  const int family = question.type == static_cast<uint16_t>(DnsType::kA) ? AF_INET : AF_INET6;
  std::vector<char> records;
  uint32_t count = 0;
  for (const SocketAddress& address : addresses) {
    if (address.family() != family) continue;
    const absl::Span<const char> bytes = AddressBytes(address);
    Put16(records, kPointerToQuestion);
    Put16(records, question.type);
    Put16(records, kClassInternet);
    Put32(records, kTtlSeconds);
    Put16(records, static_cast<uint32_t>(bytes.size()));
    records.insert(records.end(), bytes.begin(), bytes.end());
    ++count;
  }
  std::vector<char> message;
  Put16(message, question.id);
  Put16(message, kResponse | kRecursionAvailable | (question.flags & kRecursionDesired) |
                     static_cast<uint32_t>(code));
  for (const uint32_t section : {1U, count, 0U, 0U}) Put16(message, section);
  message.insert(message.end(), question.wire.begin(), question.wire.end());
  message.insert(message.end(), records.begin(), records.end());
  return message;
}

}  // namespace hermetic::kernel
