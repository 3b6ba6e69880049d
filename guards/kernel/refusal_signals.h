// --explain-kernel: refusals of the system call filter arrive as SIGSYS, and a
// handler writes which rule it was and which library made the call. The call
// fails as it would have without.
//
// Only for programs that start no others: in a program that is executed nobody
// handles the signal and it dies. So does one that blocks or ignores it.
#ifndef HERMETIC_GUARDS_KERNEL_REFUSAL_SIGNALS_H_
#define HERMETIC_GUARDS_KERNEL_REFUSAL_SIGNALS_H_

#include "guards/kernel/filter_rules.h"

namespace hermetic::kernel {

// `rules`, so marked that a refusal becomes a signal, but for calls that answer
// ENOSYS: their callers have another way. Takes the signal with the first call.
// One thread; what is returned may be extended, but not reordered.
SyscallRules RefuseBySignal(SyscallRules rules);

// From here on refusals are told; those of our own self-test are not.
void BeginToTellRefusals();

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_REFUSAL_SIGNALS_H_
