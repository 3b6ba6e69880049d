#include "guards/socket_guard.h"

#include <sys/socket.h>

#include <cerrno>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "guards/exceptions.h"
#include "guards/lookup_guard.h"
#include "guards/name_lookup.h"
#include "guards/network_decision.h"
#include "guards/python_compat.h"
#include "guards/socket_address.h"

namespace hermetic {
namespace {

constexpr NetworkOperation kConnect = {"connect to", "connect", "connect"};
constexpr NetworkOperation kConnectEx = {"connect to", "connect", "connect_ex"};
constexpr NetworkOperation kBind = {"bind to", "bind", "bind"};
constexpr NetworkOperation kSendTo = {"send to", "sendto", "sendto"};
constexpr NetworkOperation kSendMessage = {"send to", "sendmsg", "sendmsg"};

using Decide = Verdict (*)(const ActivePolicy&, const NetworkOperation&, const SocketAddress&);

// What the socket module would make of a name, found by us so that nobody can
// answer differently the second time. Null with an exception set, or a refusal.
std::optional<std::string> Literal(SocketAddress* address, int family,
                                   const NetworkOperation& operation, Decide decide,
                                   Verdict* refusal) {
  HostText& host = address->host.host;
  if (host.address) return host.canonical;
  if (IsLoopbackName(host.name)) return family == AF_INET6 ? "::1" : "127.0.0.1";
  NameLookup lookup;
  Py_BEGIN_ALLOW_THREADS;
  lookup = LookUp(host.canonical, family);
  Py_END_ALLOW_THREADS;
  if (lookup.error != 0) {
    RaiseLookupError(lookup.error);
    return std::nullopt;
  }
  RememberAnswers(host.name, lookup.addresses);
  host.address = lookup.addresses.front();
  *refusal = decide(ActivePolicy::Get(), operation, *address);
  return lookup.first;
}

PyObject* Refused(Verdict refusal, const GuardedCall& call, const NetworkOperation& operation) {
  PyObject* answer = EnforceOn(call, std::move(refusal));
  // Who calls connect_ex looks at its answer and expects no exception.
  const bool wants_errno = &operation == &kConnectEx && answer == nullptr;
  if (!wants_errno || PyErr_ExceptionMatches(Exceptions()->policy_violation) == 0) return answer;
  PyErr_Clear();
  return PyLong_FromLong(EACCES);
}

// Lets `call` go on if the address that is its argument `index` is allowed: with
// that address and no other.
PyObject* CallWithAddress(const GuardedCall& call, size_t index, const NetworkOperation& operation,
                          Decide decide) {
  PyObject* const argument = call.args()[index];
  SocketAddress address = DecodeAddress(argument, IdnaCodec::kMayRun);
  Verdict refusal = decide(ActivePolicy::Get(), operation, address);
  if (refusal != kAllowed) return Refused(std::move(refusal), call, operation);
  const bool as_it_is = address.kind != SocketAddress::Kind::kInternet ||
                        (address.host.is_literal && address.host.host.address);
  if (as_it_is) {
    const AlreadyDecided decided;
    return call.Original();
  }
  const int family = SocketOf(call.args().self())->family;
  const std::optional<std::string> literal = Literal(&address, family, operation, decide, &refusal);
  if (!literal) return nullptr;
  if (refusal != kAllowed) return Refused(std::move(refusal), call, operation);
  const PyRef exact = WithHost(argument, *literal);
  if (!exact) return nullptr;
  const AlreadyDecided decided;
  return call.OriginalWith({index, nullptr, exact.get()});
}

bool IsEmptyList(PyObject* value) {
  if (PyList_Check(value)) return PyList_GET_SIZE(value) == 0;
  return PyTuple_Check(value) && PyTuple_GET_SIZE(value) == 0;
}

Verdict CheckAddressEvent(const ActivePolicy& active, const Args& args,
                          const NetworkOperation& operation) {
  if (AlreadyDecided::IsOn()) return kAllowed;
  return DecideDestination(active, operation, DecodeAddress(args[1], IdnaCodec::kMustNotRun));
}

}  // namespace

PyObject* AroundConnect(const ActivePolicy& /*active*/, const GuardedCall& call) {
  Own().Add(SocketOf(call.args().self())->fd);
  return CallWithAddress(call, 0, kConnect, DecideDestination);
}

PyObject* AroundConnectEx(const ActivePolicy& /*active*/, const GuardedCall& call) {
  Own().Add(SocketOf(call.args().self())->fd);
  return CallWithAddress(call, 0, kConnectEx, DecideDestination);
}

PyObject* AroundBind(const ActivePolicy& /*active*/, const GuardedCall& call) {
  return CallWithAddress(call, 0, kBind, DecideBind);
}

// sendto(data, address), sendto(data, flags, address)
PyObject* AroundSendTo(const ActivePolicy& /*active*/, const GuardedCall& call) {
  const size_t count = call.args().size();
  if (count != 2 && count != 3) return call.Original();
  return CallWithAddress(call, count - 1, kSendTo, DecideDestination);
}

// sendmsg(buffers[, control[, flags[, address]]]). Control data of an internet
// socket chooses another route for the packet (IP_PKTINFO, IPV6_RTHDR).
PyObject* AroundSendMessage(const ActivePolicy& active, const GuardedCall& call) {
  const Args& args = call.args();
  const int family = SocketOf(args.self())->family;
  if (args.size() > 1 && family != AF_UNIX && !IsEmptyList(args[1])) {
    return Refused(RefuseAlways(active, kSendMessage, "control data"), call, kSendMessage);
  }
  if (args[3] == nullptr || args[3] == Py_None) {
    const AlreadyDecided decided;
    return call.Original();
  }
  return CallWithAddress(call, 3, kSendMessage, DecideDestination);
}

Verdict CheckConnectEvent(const ActivePolicy& active, const Args& args) {
  return CheckAddressEvent(active, args, kConnect);
}

Verdict CheckSendToEvent(const ActivePolicy& active, const Args& args) {
  return CheckAddressEvent(active, args, kSendTo);
}

Verdict CheckSendMessageEvent(const ActivePolicy& active, const Args& args) {
  return args[1] == Py_None ? kAllowed : CheckAddressEvent(active, args, kSendMessage);
}

}  // namespace hermetic
