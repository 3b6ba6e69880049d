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
#include "guards/stand_in_socket.h"

namespace hermetic {
namespace {

// A method that takes an address.
struct AddressCall {
  NetworkOperation words;
  Verdict (*decide)(const ActivePolicy&, const NetworkOperation&, const SocketAddress&);
  bool connects = false;

  Verdict Decide(const SocketAddress& address) const {
    return decide(ActivePolicy::Get(), words, address);
  }
};

constexpr AddressCall kConnect = {{"connect to", "connect", "connect"}, DecideDestination, true};
constexpr AddressCall kConnectEx = {
    {"connect to", "connect", "connect_ex"}, DecideDestination, true};
constexpr AddressCall kBind = {{"bind to", "bind", "bind"}, DecideBind};
constexpr AddressCall kSendTo = {{"send to", "sendto", "sendto"}, DecideDestination};
constexpr AddressCall kSendMessage = {{"send to", "sendmsg", "sendmsg"}, DecideDestination};

// What the socket module would make of a name, found by us so that nobody can
// answer differently the second time: text for `address`, which becomes the
// answer. nullopt with an exception set.
std::optional<std::string> LookUpFor(int family, SocketAddress* address) {
  HostText& host = address->host.host;
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
  return lookup.first;
}

PyObject* Refused(Verdict refusal, const GuardedCall& call, const AddressCall& method) {
  PyObject* answer = EnforceOn(call, std::move(refusal));
  // Who calls connect_ex looks at its answer and expects no exception.
  const bool wants_errno = &method == &kConnectEx && answer == nullptr;
  if (!wants_errno || PyErr_ExceptionMatches(Exceptions()->policy_violation) == 0) return answer;
  PyErr_Clear();
  return PyLong_FromLong(EACCES);
}

// Lets `call` go on if the address that is its argument `index` is allowed: with
// that address and no other.
PyObject* CallWithAddress(const GuardedCall& call, size_t index, const AddressCall& method) {
  PyObject* const argument = call.args()[index];
  const SocketObject* socket = SocketOf(call.args().self());
  SocketAddress address = DecodeAddress(argument, IdnaCodec::kMayRun);
  Verdict refusal = method.Decide(address);
  PyRef exact = PyRef::Borrow(argument);
  const bool is_internet = address.kind == SocketAddress::Kind::kInternet;
  if (refusal == kAllowed && is_internet && !address.host.host.address) {
    const std::optional<std::string> literal = LookUpFor(socket->family, &address);
    exact = literal ? WithHost(argument, *literal) : PyRef();
    refusal = method.Decide(address);
  } else if (refusal == kAllowed && is_internet && !address.host.is_literal) {
    exact = WithHost(argument, address.host.host.canonical);
  }
  if (!exact) return nullptr;
  if (refusal != kAllowed) return Refused(std::move(refusal), call, method);
  if (IsStandIn(*socket)) return RaiseAnswerOfKernel();
  if (method.connects) Own().Add(socket->fd);
  const AlreadyDecided decided;
  return call.OriginalWith({index, nullptr, exact.get()});
}

// For the kernel too: socket(AF_UNIX, fileno=...) believes what it is told.
bool IsUnix(const SocketObject& socket) {
  int domain = -1;
  socklen_t size = sizeof(domain);
  return socket.family == AF_UNIX &&
         getsockopt(socket.fd, SOL_SOCKET, SO_DOMAIN, &domain, &size) == 0 && domain == AF_UNIX;
}

bool IsEmptyList(PyObject* value) {
  if (PyList_Check(value)) return PyList_GET_SIZE(value) == 0;
  return PyTuple_Check(value) && PyTuple_GET_SIZE(value) == 0;
}

Verdict CheckAddressEvent(const ActivePolicy& active, const Args& args, const AddressCall& method) {
  if (AlreadyDecided::IsOn()) return kAllowed;
  return method.decide(active, method.words, DecodeAddress(args[1], IdnaCodec::kMustNotRun));
}

}  // namespace

PyObject* AroundConnect(const ActivePolicy& /*active*/, const GuardedCall& call) {
  return CallWithAddress(call, 0, kConnect);
}

PyObject* AroundConnectEx(const ActivePolicy& /*active*/, const GuardedCall& call) {
  return CallWithAddress(call, 0, kConnectEx);
}

PyObject* AroundBind(const ActivePolicy& /*active*/, const GuardedCall& call) {
  return CallWithAddress(call, 0, kBind);
}

// sendto(data, address), sendto(data, flags, address)
PyObject* AroundSendTo(const ActivePolicy& /*active*/, const GuardedCall& call) {
  const size_t count = call.args().size();
  if (count != 2 && count != 3) return call.Original();
  return CallWithAddress(call, count - 1, kSendTo);
}

// sendmsg(buffers[, control[, flags[, address]]]). Control data of an internet
// socket chooses another route for the packet (IP_PKTINFO, IPV6_RTHDR).
PyObject* AroundSendMessage(const ActivePolicy& active, const GuardedCall& call) {
  const Args& args = call.args();
  if (args.size() > 1 && !IsUnix(*SocketOf(args.self())) && !IsEmptyList(args[1])) {
    return EnforceOn(call, RefuseAlways(active, kSendMessage.words, "control data"));
  }
  if (args[3] == nullptr || args[3] == Py_None) {
    const AlreadyDecided decided;
    return call.Original();
  }
  return CallWithAddress(call, 3, kSendMessage);
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
