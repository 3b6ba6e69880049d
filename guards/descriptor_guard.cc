#include "guards/descriptor_guard.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "guards/enforcement.h"
#include "guards/network_decision.h"
#include "guards/py_ref.h"
#include "guards/python_compat.h"
#include "guards/socket_address.h"
#include "guards/stand_in_socket.h"
#include "guards/sys_attribute.h"

namespace hermetic {
namespace {

constexpr NetworkOperation kListen = {"listen on", "listen", "listen"};
constexpr NetworkOperation kAccept = {"accept on", "accept", "accept"};
constexpr NetworkOperation kNewSocket = {"open a socket of", "socket", "socket"};

int IntOption(int fd, int option) {
  int value = -1;
  socklen_t size = sizeof(value);
  return getsockopt(fd, SOL_SOCKET, option, &value, &size) == 0 ? value : -1;
}

using AddressOf = int (*)(int fd, sockaddr* address, socklen_t* size);

// The address of one end of an internet socket, or nullopt.
std::optional<SocketAddress> EndOf(int fd, AddressOf which) {
  sockaddr_storage storage{};
  auto* raw = reinterpret_cast<sockaddr*>(&storage);
  socklen_t size = sizeof(storage);
  if (which(fd, raw, &size) != 0) return std::nullopt;
  const std::optional<IpAddress> ip = IpAddress::FromSockaddr(raw);
  if (!ip) return std::nullopt;
  SocketAddress end;
  end.kind = SocketAddress::Kind::kInternet;
  end.shown = ip->ToString();
  end.port = ntohs(reinterpret_cast<const sockaddr_in*>(raw)->sin_port);  // As in sockaddr_in6.
  end.host = {.kind = HostArgument::Kind::kHost, .host = {.address = ip}, .shown = end.shown};
  return end;
}

// The path of the unix socket that `fd` is connected to; empty for none and for
// socketpair's and clients' unnamed ones.
std::string UnixPeer(int fd) {
  sockaddr_un peer{};
  socklen_t size = sizeof(peer);
  if (getpeername(fd, reinterpret_cast<sockaddr*>(&peer), &size) != 0) return "";
  const size_t named = std::min<size_t>(size, sizeof(peer));
  if (named <= offsetof(sockaddr_un, sun_path)) return "";
  const std::string_view path(peer.sun_path, named - offsetof(sockaddr_un, sun_path));
  return std::string(path.substr(0, path.find('\0', 1)));
}

// Waiting for connections, or about to: only where bind() would be allowed.
Verdict DecideListening(const ActivePolicy& active, const NetworkOperation& operation, int fd) {
  const std::optional<SocketAddress> local = EndOf(fd, getsockname);
  return local ? DecideBind(active, operation, *local) : kAllowed;
}

struct FamilyName {
  int family;
  const char* name;
};
// Those that Python's socket module can make an address for.
constexpr FamilyName kFamilies[] = {
    {AF_NETLINK, "AF_NETLINK"},
    {AF_PACKET, "AF_PACKET"},
    {AF_VSOCK, "AF_VSOCK"},
    {AF_CAN, "AF_CAN"},
    {AF_BLUETOOTH, "AF_BLUETOOTH"},
    {AF_TIPC, "AF_TIPC"},
    {AF_ALG, "AF_ALG"},
    {AF_RDS, "AF_RDS"},
};

std::string NameOf(int family) {
  for (const FamilyName& known : kFamilies) {
    if (known.family == family) return known.name;
  }
  return absl::StrCat("family ", family);
}

// A family whose addresses name no host cannot be decided by host. Nor can raw
// sockets, whose packets carry addresses of their own.
Verdict DecideKind(const ActivePolicy& active, std::optional<int64_t> family,
                   std::optional<int64_t> type) {
  if (!family || !type) return RefuseAlways(active, kNewSocket, "invalid family or type");
  if (*family == AF_UNIX) return kAllowed;
  if (*family != AF_INET && *family != AF_INET6 && *family != -1) {
    return RefuseAlways(active, kNewSocket, NameOf(static_cast<int>(*family)));
  }
  const int64_t kind = *type & ~int64_t{SOCK_NONBLOCK | SOCK_CLOEXEC};
  const bool has_peers =
      *type == -1 || kind == SOCK_STREAM || kind == SOCK_DGRAM || kind == SOCK_SEQPACKET;
  return has_peers ? kAllowed : RefuseAlways(active, kNewSocket, "SOCK_RAW");
}

}  // namespace

Verdict DecideAdoption(const ActivePolicy& active, int fd) {
  const int family = IntOption(fd, SO_DOMAIN);
  if (family < 0 || Own().Contains(fd)) return kAllowed;
  if (family == AF_UNIX) {
    const std::string peer = UnixPeer(fd);
    return peer.empty() ? kAllowed : DecideUnix(active, kAdoptSocket, peer);
  }
  if (Verdict refusal = DecideKind(active, family, IntOption(fd, SO_TYPE))) return refusal;
  if (const auto peer = EndOf(fd, getpeername)) {
    return DecideDestination(active, kAdoptSocket, *peer);
  }
  return IntOption(fd, SO_ACCEPTCONN) == 1 ? DecideListening(active, kAdoptSocket, fd) : kAllowed;
}

namespace {

// The descriptors in one control message (level, type, data) of a received one.
std::vector<int> DescriptorsIn(PyObject* message) {
  std::vector<int> descriptors;
  if (!PyTuple_Check(message) || PyTuple_GET_SIZE(message) != 3 ||
      IntValue(PyTuple_GET_ITEM(message, 0)) != SOL_SOCKET ||
      IntValue(PyTuple_GET_ITEM(message, 1)) != SCM_RIGHTS) {
    return descriptors;
  }
  PyObject* data = PyTuple_GET_ITEM(message, 2);
  if (!PyBytes_Check(data)) return descriptors;
  descriptors.resize(static_cast<size_t>(PyBytes_GET_SIZE(data)) / sizeof(int));
  std::memcpy(descriptors.data(), PyBytes_AS_STRING(data), descriptors.size() * sizeof(int));
  return descriptors;
}

Verdict DecideReceived(const ActivePolicy& active, const std::vector<int>& descriptors) {
  for (const int fd : descriptors) {
    if (Verdict refusal = DecideAdoption(active, fd)) return refusal;
  }
  return kAllowed;
}

}  // namespace

// socket(family=-1, type=-1, proto=-1, fileno=None)
PyObject* AroundSocketInit(const ActivePolicy& active, const GuardedCall& call) {
  const Args& args = call.args();
  const auto number = [&](size_t index, const char* keyword) -> std::optional<int64_t> {
    PyObject* value = args.Get(index, keyword);
    return value == nullptr ? -1 : IntValue(value);
  };
  PyObject* descriptor = args.Get(3, "fileno");
  Verdict refusal = DecideKind(active, number(0, "family"), number(1, "type"));
  if (refusal == kAllowed && descriptor != nullptr && descriptor != Py_None) {
    const std::optional<int64_t> fd = IntValue(descriptor);
    refusal = fd ? DecideAdoption(active, static_cast<int>(*fd))
                 : RefuseAlways(active, kAdoptSocket, "invalid descriptor");
  }
  if (refusal != kAllowed) return EnforceOn(call, std::move(refusal));
  const AlreadyDecided decided;
  return InitSocketOrStandIn(call);
}

// An unbound socket would listen on every address.
Verdict CheckListen(const ActivePolicy& active, const Args& args) {
  const SocketObject& socket = *SocketOf(args.self());
  if (IsStandIn(socket)) return RefuseAlways(active, kListen, "0.0.0.0");  // It is not bound.
  return DecideListening(active, kListen, socket.fd);
}

PyObject* AroundAccept(const ActivePolicy& active, const GuardedCall& call) {
  Verdict refusal = DecideListening(active, kAccept, SocketOf(call.args().self())->fd);
  if (refusal != kAllowed) return EnforceOn(call, std::move(refusal));
  PyRef accepted = PyRef::Steal(call.Original());
  if (accepted && PyTuple_Check(accepted.get()) && PyTuple_GET_SIZE(accepted.get()) > 0) {
    if (const auto fd = IntValue(PyTuple_GET_ITEM(accepted.get(), 0))) {
      Own().Add(static_cast<int>(*fd));
    }
  }
  return accepted.Release();
}

// The answer has the control messages at its second place.
PyObject* AroundReceiveMessage(const ActivePolicy& active, const GuardedCall& call) {
  PyRef answer = PyRef::Steal(call.Original());
  if (!answer || !PyTuple_Check(answer.get()) || PyTuple_GET_SIZE(answer.get()) < 2) {
    return answer.Release();
  }
  PyObject* messages = PyTuple_GET_ITEM(answer.get(), 1);
  for (Py_ssize_t i = 0; PyList_Check(messages) && i < PyList_GET_SIZE(messages); ++i) {
    const std::vector<int> descriptors = DescriptorsIn(PyList_GET_ITEM(messages, i));
    Verdict refusal = DecideReceived(active, descriptors);
    if (refusal == kAllowed || Enforce(std::move(refusal)) == 0) continue;
    for (const int fd : descriptors) close(fd);
    return nullptr;
  }
  return answer.Release();
}

void NoteStandardStreams() {
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (IntOption(fd, SO_DOMAIN) == AF_UNIX) Own().Add(fd);
  }
}

Verdict CheckNewSocketEvent(const ActivePolicy& active, const Args& args) {
  if (AlreadyDecided::IsOn()) return kAllowed;
  return DecideKind(active, IntValue(args[1]), IntValue(args[2]));
}

}  // namespace hermetic
