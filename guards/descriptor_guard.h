// The network guard's part for descriptors: which become sockets, of what kind,
// and which wait for connections.
#ifndef HERMETIC_GUARDS_DESCRIPTOR_GUARD_H_
#define HERMETIC_GUARDS_DESCRIPTOR_GUARD_H_

#include "guards/guard.h"
#include "guards/network_decision.h"

namespace hermetic {

// _socket.socket.__init__: new sockets, and descriptors from elsewhere (fileno=).
PyObject* AroundSocketInit(const ActivePolicy& active, const GuardedCall& call);
PyObject* AroundAccept(const ActivePolicy& active, const GuardedCall& call);
Verdict CheckListen(const ActivePolicy& active, const Args& args);

inline constexpr NetworkOperation kAdoptSocket = {"take over a socket of", "socket", "socket"};

// A descriptor from elsewhere: inherited, received, made by other code.
Verdict DecideAdoption(const ActivePolicy& active, int fd);

// recvmsg and recvmsg_into: what comes by SCM_RIGHTS.
PyObject* AroundReceiveMessage(const ActivePolicy& active, const GuardedCall& call);

// Unix sockets that are standard streams: a service manager's, to be used freely.
// Before any code of the program. GIL held.
void NoteStandardStreams();

// The audit event of __init__, which does not tell the descriptor.
Verdict CheckNewSocketEvent(const ActivePolicy& active, const Args& args);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_DESCRIPTOR_GUARD_H_
