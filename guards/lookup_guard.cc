#include "guards/lookup_guard.h"

#include <netdb.h>

#include <cerrno>
#include <optional>
#include <string>
#include <utility>

#include "absl/time/clock.h"
#include "guards/code_identity.h"
#include "guards/network_decision.h"
#include "guards/py_ref.h"
#include "guards/socket_address.h"

namespace hermetic {
namespace {

constexpr NetworkOperation kGetAddrInfo = {"look up", "DNS", "getaddrinfo"};
constexpr NetworkOperation kGetHostByName = {"look up", "DNS", "gethostbyname"};
constexpr NetworkOperation kGetHostByNameEx = {"look up", "DNS", "gethostbyname_ex"};
constexpr NetworkOperation kGetHostByAddr = {"look up", "DNS", "gethostbyaddr"};
constexpr NetworkOperation kGetNameInfo = {"look up", "DNS", "getnameinfo"};
constexpr NetworkOperation kNis = {"look up in", "DNS", "nis"};
constexpr NetworkOperation kCreateConnection = {"connect to", "create_connection",
                                                "create_connection"};

bool IsNamed(const StackFrame& frame, std::string_view name) {
  return frame && Utf8View(frame.code()->co_name) == name;
}

// socket.create_connection calls socket.getaddrinfo, both in Python. For the
// words of the refusal only: names prove nothing.
bool IsForCreateConnection() {
  const StackFrame frame = StackFrame::Top();
  return IsNamed(frame, "getaddrinfo") && IsNamed(frame.Back(), "create_connection");
}

void AddText(PyObject* text, std::vector<IpAddress>* addresses) {
  const auto view = Utf8View(text);
  if (const auto address = view ? IpAddress::Parse(*view) : std::nullopt) {
    addresses->push_back(*address);
  }
}

// Every address in what a function of the socket module returned: a str
// (gethostbyname), the third of a tuple (gethostbyname_ex, gethostbyaddr), or
// the first of the fifth of each tuple in a list (getaddrinfo).
std::vector<IpAddress> AddressesIn(PyObject* answer) {
  std::vector<IpAddress> addresses;
  AddText(answer, &addresses);
  PyObject* list = answer;
  if (PyTuple_Check(answer) && PyTuple_GET_SIZE(answer) == 3) list = PyTuple_GET_ITEM(answer, 2);
  if (!PyList_Check(list)) return addresses;
  for (Py_ssize_t i = 0; i < PyList_GET_SIZE(list); ++i) {
    PyObject* item = PyList_GET_ITEM(list, i);
    if (PyTuple_Check(item) && PyTuple_GET_SIZE(item) == 5) {
      item = PyTuple_GET_ITEM(item, 4);
      if (PyTuple_Check(item) && PyTuple_GET_SIZE(item) > 0) item = PyTuple_GET_ITEM(item, 0);
    }
    AddText(item, &addresses);
  }
  return addresses;
}

// The name is handed over as the bytes that were decided on: for a str the
// socket module would run CPython's idna codec, which a program can replace.
PyObject* CallWithHost(const GuardedCall& call, const NetworkOperation& operation) {
  PyObject* const argument = call.args().Get(0, "host");
  if (argument == nullptr || argument == Py_None) return call.Original();
  const HostArgument host = DecodeHost(argument, IdnaCodec::kMayRun);
  const ActivePolicy& active = ActivePolicy::Get();
  if (Verdict refusal = DecideHost(active, operation, host, kSomePort)) {
    if (&operation == &kGetAddrInfo && IsForCreateConnection()) {
      refusal = DecideHost(active, kCreateConnection, host, kSomePort);
    }
    return EnforceOn(call, std::move(refusal));
  }
  const std::string& text = host.host.canonical;
  const PyRef bytes =
      PyRef::Steal(PyBytes_FromStringAndSize(text.data(), static_cast<Py_ssize_t>(text.size())));
  if (!bytes) return nullptr;
  const AlreadyDecided decided;
  PyRef answer = PyRef::Steal(call.OriginalWith({0, "host", bytes.get()}));
  if (answer && !host.host.address) RememberAnswers(host.host.name, AddressesIn(answer.get()));
  return answer.Release();
}

Verdict CheckHostEvent(const ActivePolicy& active, const Args& args,
                       const NetworkOperation& operation) {
  if (AlreadyDecided::IsOn() || args[0] == Py_None) return kAllowed;
  if (args[0] == nullptr) return RefuseAlways(active, operation, "invalid address");
  return DecideHost(active, operation, DecodeHost(args[0], IdnaCodec::kMustNotRun), kSomePort);
}

}  // namespace

PyObject* AroundGetAddrInfo(const ActivePolicy& /*active*/, const GuardedCall& call) {
  return CallWithHost(call, kGetAddrInfo);
}

PyObject* AroundGetHostByName(const ActivePolicy& /*active*/, const GuardedCall& call) {
  return CallWithHost(call, kGetHostByName);
}

PyObject* AroundGetHostByNameEx(const ActivePolicy& /*active*/, const GuardedCall& call) {
  return CallWithHost(call, kGetHostByNameEx);
}

PyObject* AroundGetHostByAddr(const ActivePolicy& /*active*/, const GuardedCall& call) {
  return CallWithHost(call, kGetHostByAddr);
}

// getnameinfo(sockaddr, flags): takes addresses only, and asks for their names.
Verdict CheckGetNameInfo(const ActivePolicy& active, const Args& args) {
  const std::optional<int64_t> flags = IntValue(args[1]);
  if (flags && (*flags & NI_NUMERICHOST) != 0) return kAllowed;
  const SocketAddress address = DecodeAddress(args[0], IdnaCodec::kMustNotRun);
  if (address.kind != SocketAddress::Kind::kInternet) {
    return RefuseAlways(active, kGetNameInfo, address.shown);
  }
  return DecideHost(active, kGetNameInfo, address.host, kSomePort);
}

// NIS servers are found by broadcast; keys are what the program likes.
Verdict RefuseNis(const ActivePolicy& active, const Args& /*args*/) {
  return RefuseAlways(active, kNis, "nis");
}

Verdict CheckGetAddrInfoEvent(const ActivePolicy& active, const Args& args) {
  return CheckHostEvent(active, args, kGetAddrInfo);
}

Verdict CheckGetHostByNameEvent(const ActivePolicy& active, const Args& args) {
  return CheckHostEvent(active, args, kGetHostByName);
}

Verdict CheckGetHostByAddrEvent(const ActivePolicy& active, const Args& args) {
  return CheckHostEvent(active, args, kGetHostByAddr);
}

void RememberAnswers(std::string_view name, const std::vector<IpAddress>& addresses) {
  const absl::Time now = absl::Now();
  for (const IpAddress& address : addresses) Resolved().Add(address, name, now);
}

void RaiseLookupError(int error) {
  if (error == EAI_SYSTEM) {
    PyErr_SetFromErrno(PyExc_OSError);
    return;
  }
  const PyRef module = PyRef::Steal(PyImport_ImportModule("_socket"));
  const PyRef type =
      PyRef::Steal(module ? PyObject_GetAttrString(module.get(), "gaierror") : nullptr);
  const PyRef value =
      PyRef::Steal(type ? Py_BuildValue("(is)", error, gai_strerror(error)) : nullptr);
  if (value) PyErr_SetObject(type.get(), value.get());
}

}  // namespace hermetic
