#include "guards/network_decision.h"

#include <cstdlib>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "guards/enforcement.h"
#include "profiles/absl_view.h"

namespace hermetic {
namespace {

Verdict RefuseTarget(const PolicyLevel& level, const NetworkOperation& operation,
                     const std::string& target, std::string fix, std::string shown = "") {
  return Refuse(level, {.guard = GuardId::kNetwork,
                        .operation = operation.verb,
                        .target = target,
                        .message = absl::StrCat("network disabled: ", AbslView(operation.message),
                                                "(", target, ")"),
                        .trace = absl::StrCat("blocked socket.", AbslView(operation.function),
                                              " host=", target, " reason=no-network"),
                        .option = "--no-network",
                        .fix = std::move(fix),
                        .shown = std::move(shown)});
}

// 127.0.0.1:80, [::1]:80, example.com:80.
std::string WithPort(const HostArgument& host, int port) {
  if (port <= 0) return "";
  const bool v6 = host.host.address && !host.host.address->is_v4();
  return v6 ? absl::StrCat("[", host.shown, "]:", port) : absl::StrCat(host.shown, ":", port);
}

// These make the C library ask for other names than it is given: a search list
// and aliases. A program could tell secrets to a name server of its choice by
// setting them and looking up an allowed name.
constexpr const char* kRedirections[] = {"LOCALDOMAIN", "HOSTALIASES"};

const char* Redirection() {
  for (const char* variable : kRedirections) {
    if (getenv(variable) != nullptr) return variable;
  }
  return nullptr;
}

NetworkAnswer Ask(const NetworkRules& rules, const HostText& host, int port) {
  const NetworkAnswer answer = rules.DecideHost(host, port);
  if (answer != NetworkAnswer::kNotGranted || !host.address) return answer;
  const bool is_answer = Resolved().AnyName(*host.address, absl::Now(), [&](std::string_view name) {
    return rules.AcceptsAnswer(name, *host.address, port);
  });
  return is_answer ? NetworkAnswer::kAllowed : answer;
}

}  // namespace

ResolvedAddresses& Resolved() {
  static auto& resolved = *new ResolvedAddresses;
  return resolved;
}

OwnSockets& Own() {
  static auto& own = *new OwnSockets;
  return own;
}

Verdict DecideHost(const ActivePolicy& active, const NetworkOperation& operation,
                   const HostArgument& host, int port) {
  if (host.kind == HostArgument::Kind::kOdd) return RefuseAlways(active, operation, host.shown);
  return active.FirstRefusal(GuardId::kNetwork, [&](const PolicyLevel& level) -> Verdict {
    const NetworkAnswer answer = Ask(level.network, host.host, port);
    if (answer == NetworkAnswer::kAllowed) {
      const bool is_looked_up = !host.host.address && !IsLoopbackName(host.host.name);
      const char* redirection = is_looked_up ? Redirection() : nullptr;
      if (redirection == nullptr) return kAllowed;
      return RefuseTarget(level, operation, host.shown, absl::StrCat("unset ", redirection));
    }
    const bool can_be_granted = answer == NetworkAnswer::kNotGranted;
    return RefuseTarget(level, operation, host.shown,
                        can_be_granted ? GrantFor(host.host, port) : "", WithPort(host, port));
  });
}

Verdict DecideDestination(const ActivePolicy& active, const NetworkOperation& operation,
                          const SocketAddress& address) {
  switch (address.kind) {
    case SocketAddress::Kind::kInternet:
      return DecideHost(active, operation, address.host, address.port);
    case SocketAddress::Kind::kUnix:
      return DecideUnix(active, operation, address.shown);
    case SocketAddress::Kind::kOdd:
      break;
  }
  return RefuseAlways(active, operation, address.shown);
}

Verdict DecideBind(const ActivePolicy& active, const NetworkOperation& operation,
                   const SocketAddress& address) {
  if (address.kind == SocketAddress::Kind::kUnix) {
    return DecideUnix(active, operation, address.shown);
  }
  if (address.kind == SocketAddress::Kind::kInternet && IsBindable(address.host.host)) {
    return kAllowed;
  }
  return RefuseAlways(active, operation, address.shown);
}

Verdict RefuseAlways(const ActivePolicy& active, const NetworkOperation& operation,
                     std::string target) {
  return active.FirstRefusal(GuardId::kNetwork, [&](const PolicyLevel& level) {
    return RefuseTarget(level, operation, target, "");
  });
}

PyObject* EnforceOn(const GuardedCall& call, Verdict refusal) {
  if (Enforce(std::move(refusal)) < 0) return nullptr;
  const AlreadyDecided decided;
  return call.Original();
}

Verdict DecideUnix(const ActivePolicy& active, const NetworkOperation& operation,
                   const std::string& path) {
  return active.FirstRefusal(GuardId::kNetwork, [&](const PolicyLevel& level) -> Verdict {
    if (level.network.AllowsUnix()) return kAllowed;
    return RefuseTarget(level, operation, path, "--allow-unix");
  });
}

}  // namespace hermetic
