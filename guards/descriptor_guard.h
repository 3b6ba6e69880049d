// The network guard's part for descriptors: which become sockets, of what kind,
// and which wait for connections.
//
// A socket from elsewhere (inherited, received) is decided on wherever its number
// is used: to make an object of it, to read and write, and to give it another
// number, since that could be one that an object of ours has already.
#ifndef HERMETIC_GUARDS_DESCRIPTOR_GUARD_H_
#define HERMETIC_GUARDS_DESCRIPTOR_GUARD_H_

#include "guards/guard.h"

namespace hermetic {

// _socket.socket.__init__: new sockets, and descriptors from elsewhere (fileno=).
PyObject* AroundSocketInit(const ActivePolicy& active, const GuardedCall& call);
PyObject* AroundAccept(const ActivePolicy& active, const GuardedCall& call);
Verdict CheckListen(const ActivePolicy& active, const Args& args);

// FileIO(descriptor), os.read(descriptor, ...) and the like, os.dup(descriptor).
Verdict CheckFileObject(const ActivePolicy& active, const Args& args);
Verdict CheckDescriptor(const ActivePolicy& active, const Args& args);
Verdict CheckSendFile(const ActivePolicy& active, const Args& args);
Verdict CheckSplice(const ActivePolicy& active, const Args& args);
Verdict CheckFileControlEvent(const ActivePolicy& active, const Args& args);
// recvmsg and recvmsg_into: what comes by SCM_RIGHTS.
PyObject* AroundReceiveMessage(const ActivePolicy& active, const GuardedCall& call);

// Unix sockets that are standard streams: a service manager's, to be used freely.
// Before any code of the program. GIL held.
void NoteStandardStreams();

// The audit event of __init__, which does not tell the descriptor.
Verdict CheckNewSocketEvent(const ActivePolicy& active, const Args& args);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_DESCRIPTOR_GUARD_H_
