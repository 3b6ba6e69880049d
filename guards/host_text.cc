#include "guards/host_text.h"

#include <algorithm>
#include <array>

#include "absl/strings/ascii.h"
#include "profiles/absl_view.h"

namespace hermetic {
namespace {

// Not *.localhost: without a resolver that knows RFC 6761, glibc asks the DNS.
constexpr auto kLoopbackNames = std::to_array<std::string_view>(
    {"localhost", "localhost.localdomain", "localhost4", "localhost4.localdomain4", "localhost6",
     "localhost6.localdomain6", "ip6-localhost", "ip6-loopback"});

constexpr auto kMetadataNames =
    std::to_array<std::string_view>({"metadata.google.internal", "metadata", "metadata.goog",
                                     "instance-data", "instance-data.ec2.internal"});

std::string_view StripBlanks(std::string_view text) {
  while (!text.empty() && absl::ascii_isspace(static_cast<unsigned char>(text.front()))) {
    text.remove_prefix(1);
  }
  while (!text.empty() && absl::ascii_isspace(static_cast<unsigned char>(text.back()))) {
    text.remove_suffix(1);
  }
  return text;
}

}  // namespace

std::optional<HostText> ParseHost(std::string_view text) {
  text = StripBlanks(text);
  if (std::any_of(text.begin(), text.end(), absl::ascii_iscntrl)) return std::nullopt;
  std::string_view bare = text;
  while (!bare.empty() && bare.back() == '.') bare.remove_suffix(1);
  if (bare.size() > 2 && bare.front() == '[' && bare.back() == ']') {
    bare = bare.substr(1, bare.size() - 2);
  }
  HostText host;
  host.address = bare == "<broadcast>" ? IpAddress::V4(255, 255, 255, 255) : IpAddress::Parse(bare);
  if (host.address) {
    host.canonical = bare;  // With its zone, and in the family it was written in.
  } else {
    host.name = absl::AsciiStrToLower(AbslView(bare));
    host.canonical = text;  // A trailing dot keeps resolvers from adding a domain.
  }
  return host;
}

bool IsLoopbackName(std::string_view name) {
  return std::find(kLoopbackNames.begin(), kLoopbackNames.end(), name) != kLoopbackNames.end();
}

bool IsMetadataName(std::string_view name) {
  return std::find(kMetadataNames.begin(), kMetadataNames.end(), name) != kMetadataNames.end();
}

}  // namespace hermetic
