#include "profiles/host_pattern.h"

#include <arpa/inet.h>

#include <algorithm>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "profiles/absl_view.h"

namespace hermetic {
namespace {

// Digits alone: SimpleAtoi would take signs and spaces too.
std::optional<int> ParseNumber(std::string_view text, int max) {
  int number = 0;
  const bool digits = std::all_of(text.begin(), text.end(), absl::ascii_isdigit);
  if (text.empty() || !digits || !absl::SimpleAtoi(AbslView(text), &number) || number > max) {
    return std::nullopt;
  }
  return number;
}

// HOST and PORT of HOST:PORT or [HOST]:PORT; several colons without brackets
// are an IPv6 address without a port.
struct HostAndPort {
  std::string_view host;
  std::optional<std::string_view> port;
};

absl::StatusOr<HostAndPort> SplitPort(std::string_view text) {
  HostAndPort split{.host = text};
  if (!text.empty() && text.front() == '[') {
    const size_t end = text.find(']');
    if (end == text.npos) return absl::InvalidArgumentError("']' is missing");
    split.host = text.substr(1, end - 1);
    if (split.host.find(':') == split.host.npos) {
      return absl::InvalidArgumentError("only an IPv6 address is written in brackets");
    }
    text.remove_prefix(end + 1);
    if (text.empty()) return split;
    if (text.front() != ':') return absl::InvalidArgumentError("only :PORT may follow ']'");
    split.port = text.substr(1);
  } else if (std::count(text.begin(), text.end(), ':') == 1) {
    const size_t colon = text.find(':');
    split.host = text.substr(0, colon);
    split.port = text.substr(colon + 1);
  }
  return split;
}

bool ParseAddress(std::string_view text, HostPattern* pattern) {
  const std::string address(text);
  if (inet_pton(AF_INET, address.c_str(), pattern->address.data()) == 1) {
    pattern->address_bits = 32;
  } else if (inet_pton(AF_INET6, address.c_str(), pattern->address.data()) == 1) {
    pattern->address_bits = 128;
  }
  return pattern->address_bits != 0;
}

}  // namespace

absl::StatusOr<HostPattern> ParseHostPattern(std::string_view text) {
  absl::StatusOr<HostAndPort> split = SplitPort(text);
  if (!split.ok()) return split.status();
  HostPattern pattern;
  if (split->port) {
    const std::optional<int> port = ParseNumber(*split->port, 65535);
    if (!port || *port == 0) return absl::InvalidArgumentError("the port is not 1 to 65535");
    pattern.port = static_cast<uint16_t>(*port);
  }

  const size_t slash = split->host.find('/');
  const bool is_network = slash != std::string_view::npos;
  if (ParseAddress(split->host.substr(0, slash), &pattern)) {
    pattern.prefix_bits = pattern.address_bits;
    if (!is_network) return pattern;
    const std::optional<int> bits =
        ParseNumber(split->host.substr(slash + 1), pattern.address_bits);
    if (!bits) return absl::InvalidArgumentError("the length of the network's prefix is wrong");
    pattern.prefix_bits = static_cast<uint8_t>(*bits);
    return pattern;
  }
  if (is_network) return absl::InvalidArgumentError("not a network such as 10.0.0.0/8");
  if (split->host.find(':') != std::string_view::npos) {
    return absl::InvalidArgumentError("not an IPv6 address");
  }
  absl::StatusOr<std::string> name = ParseDomain(split->host);
  if (!name.ok()) return name.status();
  // "1.2.3" and "256.0.0.1" are no names; resolvers would make addresses of them.
  const std::string_view last = std::string_view{*name}.substr(name->rfind('.') + 1);
  if (ParseNumber(last, 1 << 30)) return absl::InvalidArgumentError("not an IPv4 address");
  pattern.name = *std::move(name);
  return pattern;
}

absl::StatusOr<std::string> ParseDomain(std::string_view text) {
  std::string name = absl::AsciiStrToLower(AbslView(text));
  if (!name.empty() && name.back() == '.') name.pop_back();
  if (name.empty() || name.size() > 253) return absl::InvalidArgumentError("not a host name");
  if (name.rfind("*.", 0) == 0) {
    return absl::InvalidArgumentError("a domain covers its subdomains; leave out the \"*.\"");
  }
  for (absl::string_view label : absl::StrSplit(name, '.')) {
    if (label.empty() || label.size() > 63) return absl::InvalidArgumentError("not a host name");
    for (unsigned char c : label) {
      if (c >= 0x80) return absl::InvalidArgumentError("write the name in its xn-- form");
      if (!absl::ascii_isalnum(c) && c != '-' && c != '_') {
        return absl::InvalidArgumentError("not a host name");
      }
    }
  }
  return name;
}

}  // namespace hermetic
