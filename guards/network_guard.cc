#include "guards/network_guard.h"

#include "guards/descriptor_guard.h"
#include "guards/descriptor_use_guard.h"
#include "guards/lookup_guard.h"
#include "guards/network_decision.h"
#include "guards/socket_guard.h"
#include "guards/socket_option_guard.h"

namespace hermetic {
namespace {

constexpr NetworkOperation kSyslog = {"connect to", "connect", "connect"};

// libc opens the daemon's socket by itself.
Verdict CheckSyslog(const ActivePolicy& active, const Args& /*args*/) {
  return DecideUnix(active, kSyslog, "/dev/log");
}

// Tcl has sockets of its own, which no guard sees.
Verdict RefuseTcl(const ActivePolicy& active, const Args& /*args*/) {
  constexpr NetworkOperation kTcl = {"start", "tcl", "tcl"};
  return RefuseAlways(active, kTcl, "a Tcl interpreter");
}

// socket.bind belongs to the filesystem guard: a unix socket is a file. Events of
// wrappers (http.client.connect, ftplib.connect, urllib.Request, ...) say
// nothing that these do not say later, with the destination that is used.
constexpr AuditEvent kEvents[] = {
    {"socket.__new__", CheckNewSocketEvent},
    {"socket.connect", CheckConnectEvent},
    {"socket.sendto", CheckSendToEvent},
    {"socket.sendmsg", CheckSendMessageEvent},
    {"socket.getaddrinfo", CheckGetAddrInfoEvent},
    {"socket.gethostbyname", CheckGetHostByNameEvent},
    {"socket.gethostbyaddr", CheckGetHostByAddrEvent},
    {"fcntl.fcntl", CheckFileControlEvent},
    {"syslog.openlog", CheckSyslog},
    {"syslog.syslog", CheckSyslog},
};

// Everything else (send, recv, makefile, TLS) works on sockets that these let
// pass.
constexpr GuardedBuiltin kBuiltins[] = {
    {"_socket", "socket", "__init__", nullptr, AroundSocketInit},
    {"_socket", "socket", "connect", nullptr, AroundConnect},
    {"_socket", "socket", "connect_ex", nullptr, AroundConnectEx},
    {"_socket", "socket", "bind", nullptr, AroundBind},
    {"_socket", "socket", "listen", CheckListen},
    {"_socket", "socket", "_accept", nullptr, AroundAccept},
    {"_socket", "socket", "sendto", nullptr, AroundSendTo},
    {"_socket", "socket", "sendmsg", nullptr, AroundSendMessage},
    {"_socket", "socket", "recvmsg", nullptr, AroundReceiveMessage},
    {"_socket", "socket", "recvmsg_into", nullptr, AroundReceiveMessage},
    {"_socket", "socket", "setsockopt", CheckSetOption},
    {"_socket", nullptr, "dup", CheckDescriptor},
    {"posix", nullptr, "dup", CheckDescriptor},
    {"posix", nullptr, "dup2", CheckDescriptor},
    {"posix", nullptr, "read", CheckDescriptor},
    {"posix", nullptr, "readv", CheckDescriptor},
    {"posix", nullptr, "write", CheckDescriptor},
    {"posix", nullptr, "writev", CheckDescriptor},
    {"posix", nullptr, "sendfile", CheckSendFile},
    {"posix", nullptr, "splice", CheckSplice},
    {"posix", nullptr, "preadv", CheckDescriptor},  // At -1, these are readv and writev.
    {"posix", nullptr, "pwritev", CheckDescriptor},
    {"posix", nullptr, "eventfd_read", CheckDescriptor},
    {"posix", nullptr, "eventfd_write", CheckDescriptor},
    {"_io", "FileIO", "__init__", nullptr, AroundFileInit},
    {"_signal", nullptr, "set_wakeup_fd", CheckDescriptor},
    {"faulthandler", nullptr, "enable", nullptr, AroundDumpToFirst},
    {"faulthandler", nullptr, "dump_traceback", nullptr, AroundDumpToFirst},
    {"faulthandler", nullptr, "register", nullptr, AroundDumpToSecond},
    {"faulthandler", nullptr, "dump_traceback_later", nullptr, AroundDumpToThird},
    {"_socket", nullptr, "getaddrinfo", nullptr, AroundGetAddrInfo},
    {"_socket", nullptr, "gethostbyname", nullptr, AroundGetHostByName},
    {"_socket", nullptr, "gethostbyname_ex", nullptr, AroundGetHostByNameEx},
    {"_socket", nullptr, "gethostbyaddr", nullptr, AroundGetHostByAddr},
    {"_socket", nullptr, "getnameinfo", CheckGetNameInfo},
    {"_tkinter", nullptr, "create", RefuseTcl},
    {"nis", nullptr, "match", RefuseNis},
    {"nis", nullptr, "cat", RefuseNis},
    {"nis", nullptr, "maps", RefuseNis},
};

}  // namespace

const Guard kNetworkGuard = {MaskOf(GuardId::kNetwork), kEvents, kBuiltins};

}  // namespace hermetic
