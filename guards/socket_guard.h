// The network guard's part for addresses: where sockets may connect, send and
// bind. What is sent on a connected socket was decided when it connected.
#ifndef HERMETIC_GUARDS_SOCKET_GUARD_H_
#define HERMETIC_GUARDS_SOCKET_GUARD_H_

#include "guards/guard.h"

namespace hermetic {

// Methods of _socket.socket. A name is looked up here, once it is allowed, and
// the C code gets the address.
PyObject* AroundConnect(const ActivePolicy& active, const GuardedCall& call);
PyObject* AroundConnectEx(const ActivePolicy& active, const GuardedCall& call);
PyObject* AroundBind(const ActivePolicy& active, const GuardedCall& call);
PyObject* AroundSendTo(const ActivePolicy& active, const GuardedCall& call);
PyObject* AroundSendMessage(const ActivePolicy& active, const GuardedCall& call);

// The second line: the methods' audit events, which come after CPython has
// looked up names.
Verdict CheckConnectEvent(const ActivePolicy& active, const Args& args);
Verdict CheckSendToEvent(const ActivePolicy& active, const Args& args);
Verdict CheckSendMessageEvent(const ActivePolicy& active, const Args& args);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_SOCKET_GUARD_H_
