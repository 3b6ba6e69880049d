// The network guard's part for descriptors: which become sockets, of what kind,
// and which wait for connections.
//
// A socket that other code of the process holds as a mere number (os.write,
// os.sendfile) is not seen here: inherited ones are closed before the target
// runs, and the kernel layer decides about the rest.
#ifndef HERMETIC_GUARDS_DESCRIPTOR_GUARD_H_
#define HERMETIC_GUARDS_DESCRIPTOR_GUARD_H_

#include "guards/guard.h"

namespace hermetic {

// _socket.socket.__init__: new sockets, and descriptors from elsewhere (fileno=).
PyObject* AroundSocketInit(const ActivePolicy& active, const GuardedCall& call);
PyObject* AroundAccept(const ActivePolicy& active, const GuardedCall& call);
Verdict CheckListen(const ActivePolicy& active, const Args& args);

// The audit event of __init__, which does not tell the descriptor.
Verdict CheckNewSocketEvent(const ActivePolicy& active, const Args& args);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_DESCRIPTOR_GUARD_H_
