#include "guards/stand_in_socket.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <optional>

#include "guards/args.h"
#include "guards/py_ref.h"

namespace hermetic {
namespace {

// Raw sockets need a privilege, whatever the policy.
bool NeedsNoPrivilege(const Args& args) {
  const std::optional<int64_t> type = IntValue(args.Get(1, "type"));
  const int64_t kind = type.value_or(SOCK_RAW) & ~int64_t{SOCK_NONBLOCK | SOCK_CLOEXEC};
  return kind == SOCK_STREAM || kind == SOCK_DGRAM;
}

// One end of a pair; -1 if there is none to be had.
int OpenStandIn() {
  std::array<int, 2> ends;
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return -1;
  close(ends[1]);
  return ends[0];
}

}  // namespace

PyObject* InitSocketOrStandIn(const GuardedCall& call) {
  PyRef result = PyRef::Steal(call.Original());
  // Whether the last argument is there decides whether another can take its place.
  if (result || call.args().Get(3, "fileno") != Py_None || !NeedsNoPrivilege(call.args()) ||
      PyErr_ExceptionMatches(PyExc_PermissionError) == 0) {
    return result.Release();
  }
  const int fd = OpenStandIn();
  if (fd < 0) return nullptr;
  PyErr_Clear();
  const PyRef number = PyRef::Steal(PyLong_FromLong(fd));
  if (number) result = PyRef::Steal(call.OriginalWith({3, "fileno", number.get()}));
  if (!result) close(fd);
  return result.Release();
}

bool IsStandIn(const SocketObject& socket) {
  if (socket.family != AF_INET && socket.family != AF_INET6) return false;
  int domain = -1;
  socklen_t size = sizeof(domain);
  return getsockopt(socket.fd, SOL_SOCKET, SO_DOMAIN, &domain, &size) == 0 && domain == AF_UNIX;
}

PyObject* RaiseAnswerOfKernel() {
  errno = EPERM;
  return PyErr_SetFromErrno(PyExc_OSError);
}

}  // namespace hermetic
