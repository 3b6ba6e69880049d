#include "guards/network_rules.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "absl/strings/str_cat.h"
#include "profiles/absl_view.h"

namespace hermetic {
namespace {

constexpr int kV4PrefixBits = 96;

bool MatchesPort(const HostPattern& pattern, int port) {
  return pattern.port == 0 || port == kSomePort || pattern.port == port;
}

// In the form that IpAddress has: IPv4 at the end of sixteen bytes.
HostPattern Widened(HostPattern pattern) {
  if (pattern.address_bits != 32) return pattern;
  IpAddress::Bytes mapped =
      IpAddress::V4(pattern.address[0], pattern.address[1], pattern.address[2], pattern.address[3])
          .bytes();
  std::copy(mapped.begin(), mapped.end(), pattern.address.begin());
  pattern.prefix_bits += kV4PrefixBits;
  return pattern;
}

// A short IPv6 prefix such as ::/0 is about IPv6 alone.
bool Covers(const HostPattern& pattern, const IpAddress& address) {
  return pattern.address_bits != 0 && (pattern.prefix_bits >= kV4PrefixBits || !address.is_v4()) &&
         address.IsIn(IpAddress(pattern.address), pattern.prefix_bits);
}

bool IsInDomain(std::string_view name, std::string_view domain) {
  if (!name.ends_with(domain)) return false;
  name.remove_suffix(domain.size());
  return name.empty() || name.back() == '.';
}

bool IsThisMachine(const IpAddress& address) {
  return address.IsLoopback() || address.IsUnspecified();
}

// --allow-host localhost:8080 means the address too.
void AddLoopback(uint16_t port, std::vector<HostPattern>* hosts) {
  for (const char* network : {"127.0.0.0/8", "::1"}) {
    HostPattern pattern = Widened(*ParseHostPattern(network));
    pattern.port = port;
    hosts->push_back(pattern);
  }
}

}  // namespace

NetworkRules NetworkRules::Compile(const Policy& policy) {
  NetworkRules rules;
  rules.restricted_ = policy.no_network;
  rules.allows_loopback_ = policy.allow_localhost;
  rules.allows_unix_ = policy.allow_unix || policy.allow_localhost;
  rules.domains_ = policy.allow_domain;
  for (const std::string& host : policy.allow_host) {
    // What does not parse was refused where the policy was read; it grants nothing.
    absl::StatusOr<HostPattern> pattern = ParseHostPattern(host);
    if (!pattern.ok()) continue;
    if (IsLoopbackName(pattern->name)) AddLoopback(pattern->port, &rules.hosts_);
    rules.hosts_.push_back(Widened(*std::move(pattern)));
  }
  for (const std::string& domain : policy.allow_domain) {
    if (IsLoopbackName(domain)) AddLoopback(0, &rules.hosts_);
  }
  return rules;
}

NetworkAnswer NetworkRules::DecideAddress(const IpAddress& address, int port) const {
  if (!restricted_) return NetworkAnswer::kAllowed;
  if (address.IsMetadata()) return NetworkAnswer::kNever;
  if (allows_loopback_ && IsThisMachine(address)) return NetworkAnswer::kAllowed;
  const bool granted = std::any_of(hosts_.begin(), hosts_.end(), [&](const HostPattern& pattern) {
    return Covers(pattern, address) && MatchesPort(pattern, port);
  });
  return granted ? NetworkAnswer::kAllowed : NetworkAnswer::kNotGranted;
}

NetworkAnswer NetworkRules::DecideName(std::string_view name, int port) const {
  if (!restricted_) return NetworkAnswer::kAllowed;
  if (IsMetadataName(name)) return NetworkAnswer::kNever;
  if (allows_loopback_ && IsLoopbackName(name)) return NetworkAnswer::kAllowed;
  const bool granted =
      std::any_of(domains_.begin(), domains_.end(),
                  [&](const std::string& domain) { return IsInDomain(name, domain); }) ||
      std::any_of(hosts_.begin(), hosts_.end(), [&](const HostPattern& pattern) {
        return pattern.address_bits == 0 && pattern.name == name && MatchesPort(pattern, port);
      });
  return granted ? NetworkAnswer::kAllowed : NetworkAnswer::kNotGranted;
}

NetworkAnswer NetworkRules::DecideHost(const HostText& host, int port) const {
  return host.address ? DecideAddress(*host.address, port) : DecideName(host.name, port);
}

bool NetworkRules::AcceptsAnswer(std::string_view name, const IpAddress& address, int port) const {
  if (DecideAddress(address, port) == NetworkAnswer::kAllowed) return true;
  return DecideName(name, port) == NetworkAnswer::kAllowed && !IsThisMachine(address) &&
         !address.IsLinkLocal() && !address.IsMulticast() && !address.IsMetadata();
}

bool IsBindable(const HostText& host) {
  return host.address ? host.address->IsLoopback() : IsLoopbackName(host.name);
}

std::string GrantFor(const HostText& host, int port) {
  const bool is_loopback = host.address ? IsThisMachine(*host.address) : IsLoopbackName(host.name);
  if (is_loopback) return "--allow-localhost";
  const std::string suffix = port > 0 && port <= 0xffff ? absl::StrCat(":", port) : "";
  if (host.address) {
    const std::string text = host.address->ToString();
    const bool brackets = !host.address->is_v4() && !suffix.empty();
    return brackets ? absl::StrCat("--allow-host [", text, "]", suffix)
                    : absl::StrCat("--allow-host ", text, suffix);
  }
  return ParseDomain(host.name).ok() ? absl::StrCat("--allow-domain ", host.name) : "";
}

}  // namespace hermetic
