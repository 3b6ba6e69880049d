// Descriptors that no other thread of this process can close or replace.
#ifndef HERMETIC_GUARDS_PRIVATE_DESCRIPTORS_H_
#define HERMETIC_GUARDS_PRIVATE_DESCRIPTORS_H_

#include "absl/functional/function_ref.h"

namespace hermetic {

// fork() runs its handlers in the child, vfork() does not.
bool IsChildOfVfork();

// Calls `start` and answers what it does, an errno or 0. Where there are other
// threads, which may be in close() or dup2() without the GIL, that happens on a
// thread with a copy of the descriptor table; what `start` leaves in it is lost.
// Only system calls where there are none: it is called in children of vfork.
int WithPrivateDescriptors(absl::FunctionRef<int()> start);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_PRIVATE_DESCRIPTORS_H_
