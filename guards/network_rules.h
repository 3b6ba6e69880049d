// The network part of a policy, compiled. Knows no Python: the kernel layer's
// supervisor asks the same questions.
//
// Decides about destinations, not about who answers there: sites that share an
// address with an allowed name are reached as well.
#ifndef HERMETIC_GUARDS_NETWORK_RULES_H_
#define HERMETIC_GUARDS_NETWORK_RULES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "guards/host_text.h"
#include "guards/ip_address.h"
#include "profiles/host_pattern.h"
#include "profiles/policy.h"

namespace hermetic {

// For questions that no port belongs to, such as looking up a name: granted if
// it is for any port.
inline constexpr int kSomePort = -1;

enum class NetworkAnswer : uint8_t {
  kAllowed,
  kNotGranted,  // A grant would allow it.
  kNever,       // Nothing allows it: a metadata endpoint.
};

class NetworkRules {
 public:
  static NetworkRules Compile(const Policy& policy);

  // May a packet go to `address`? Addresses that belong to a granted name are
  // another question: see AcceptsAnswer. A port outside 1 to 65535 matches
  // only grants for all ports.
  NetworkAnswer DecideAddress(const IpAddress& address, int port) const;

  // May `name` (canonical, see HostText) be looked up to reach `port`?
  NetworkAnswer DecideName(std::string_view name, int port) const;

  NetworkAnswer DecideHost(const HostText& host, int port) const;

  // Is `address` reachable as the answer for `name`, which DecideName grants?
  // A granted name must not lead to what its owner does not own: loopback,
  // link-local, multicast and metadata addresses need a grant of their own.
  bool AcceptsAnswer(std::string_view name, const IpAddress& address, int port) const;

  // Sockets of the file system and abstract ones; never socketpair.
  bool AllowsUnix() const { return allows_unix_; }

 private:
  bool restricted_ = false;
  bool allows_loopback_ = false;
  bool allows_unix_ = false;
  std::vector<std::string> domains_;
  std::vector<HostPattern> hosts_;
};

// Servers listen on loopback under every policy, and nowhere else.
bool IsBindable(const HostText& host);

// The option that would let a program reach `host`, or empty if none does.
std::string GrantFor(const HostText& host, int port);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_NETWORK_RULES_H_
