// The network guard's part for descriptors that are used by number.
//
// A socket from elsewhere (inherited, received) is decided on wherever its number
// is used: to make an object of it, to read and write, and to give it another
// number, since that could be one that an object of ours has already.
#ifndef HERMETIC_GUARDS_DESCRIPTOR_USE_GUARD_H_
#define HERMETIC_GUARDS_DESCRIPTOR_USE_GUARD_H_

#include "guards/guard.h"

namespace hermetic {

// FileIO(descriptor), and FileIO(name, opener=...), whose opener may answer any.
PyObject* AroundFileInit(const ActivePolicy& active, const GuardedCall& call);
// os.read(descriptor, ...) and the like, os.dup(descriptor).
Verdict CheckDescriptor(const ActivePolicy& active, const Args& args);
Verdict CheckSendFile(const ActivePolicy& active, const Args& args);
Verdict CheckSplice(const ActivePolicy& active, const Args& args);
Verdict CheckFileControlEvent(const ActivePolicy& active, const Args& args);
// faulthandler's functions, by the place of their argument `file`.
PyObject* AroundDumpToFirst(const ActivePolicy& active, const GuardedCall& call);
PyObject* AroundDumpToSecond(const ActivePolicy& active, const GuardedCall& call);
PyObject* AroundDumpToThird(const ActivePolicy& active, const GuardedCall& call);
}  // namespace hermetic

#endif  // HERMETIC_GUARDS_DESCRIPTOR_USE_GUARD_H_
