// What the kernel layer leaves of a socket under --no-network: it refuses to make
// one, whoever asks. A program that makes a socket and then connects is to be told
// which destination was refused, so Python gets an object of the family and type
// that it asked for, over one end of a pair whose other end is closed. No packet can
// leave it, and every address is decided by the guard before it is used.
#ifndef HERMETIC_GUARDS_STAND_IN_SOCKET_H_
#define HERMETIC_GUARDS_STAND_IN_SOCKET_H_

#include "guards/guard.h"
#include "guards/python_compat.h"

namespace hermetic {

// `call` is socket.__init__(family, type, proto, fileno). Its result; where the kernel
// refused the socket, that of a second call with a descriptor that stands in. GIL held.
PyObject* InitSocketOrStandIn(const GuardedCall& call);

// An internet socket that is none.
bool IsStandIn(const SocketObject& socket);

// The kernel's answer to what the guard would let pass: null, with a PermissionError.
PyObject* RaiseAnswerOfKernel();

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_STAND_IN_SOCKET_H_
