// The one place where the network guard asks the levels of the policy and
// words its refusals. The decoders (socket_guard.cc, lookup_guard.cc) come here
// with plain requests.
#ifndef HERMETIC_GUARDS_NETWORK_DECISION_H_
#define HERMETIC_GUARDS_NETWORK_DECISION_H_

#include <string>
#include <string_view>

#include "guards/guard.h"
#include "guards/own_sockets.h"
#include "guards/resolved_addresses.h"
#include "guards/socket_address.h"

namespace hermetic {

// How messages call an operation. All literals.
struct NetworkOperation {
  std::string_view verb;      // "connect to": for reports.
  std::string_view message;   // "connect", "DNS": for str(exception).
  std::string_view function;  // "connect_ex": for trace lines.
};

// May this process send to, or look up, `host`? `port` may be kSomePort.
Verdict DecideHost(const ActivePolicy& active, const NetworkOperation& operation,
                   const HostArgument& host, int port);

// The same for an address of any kind, as connect() and sendto() take it.
Verdict DecideDestination(const ActivePolicy& active, const NetworkOperation& operation,
                          const SocketAddress& address);

// May a server wait there?
Verdict DecideBind(const ActivePolicy& active, const NetworkOperation& operation,
                   const SocketAddress& address);

// A refusal that no option would lift, whatever the levels say. `target` is a host,
// or what stands for one.
Verdict RefuseAlways(const ActivePolicy& active, const NetworkOperation& operation,
                     std::string target);

// An AF_UNIX destination.
Verdict DecideUnix(const ActivePolicy& active, const NetworkOperation& operation,
                   const std::string& path);

// Enforces `refusal`. If the policy lets the action go on all the same, calls the
// builtin as it came.
PyObject* EnforceOn(const GuardedCall& call, Verdict refusal);

// What this process has resolved and connected. GIL held.
ResolvedAddresses& Resolved();
OwnSockets& Own();

// On while a guarded builtin does what was decided, so that the audit event
// that it raises is not decided, nor counted, a second time.
class AlreadyDecided {
 public:
  AlreadyDecided() { ++depth_; }
  ~AlreadyDecided() { --depth_; }
  AlreadyDecided(const AlreadyDecided&) = delete;
  AlreadyDecided& operator=(const AlreadyDecided&) = delete;

  static bool IsOn() { return depth_ != 0; }

 private:
  inline static thread_local int depth_ = 0;
};

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_NETWORK_DECISION_H_
