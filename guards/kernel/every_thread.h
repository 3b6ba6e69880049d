// Landlock domains, capabilities and no_new_privs belong to a thread, not to the
// process: what is to hold a process that has been running for a while has to be
// done in each of its threads.
#ifndef HERMETIC_GUARDS_KERNEL_EVERY_THREAD_H_
#define HERMETIC_GUARDS_KERNEL_EVERY_THREAD_H_

#include <cstdint>

namespace hermetic::kernel {

enum class Threads : uint8_t {
  kThisOne,  // The only one, at the start of a process.
  kAll,
};

// A few system calls, the last of which answers 0 or an errno. Runs in a signal
// handler, possibly long after InThreads gave the thread up: `argument` is all it
// may use.
using ThreadCall = int (*)(int argument);

// Calls `call(argument)` in this thread, and with Threads::kAll first in all
// others, those included that they start meanwhile. They are interrupted by the
// signal with which libc itself changes user ids in all threads; what blocks every
// signal leaves that one open. One call at a time in a process.
// 0, or the errno of the first thread that failed; ETIMEDOUT for one that does not
// answer. What other threads have done by then stays done.
int InThreads(Threads threads, ThreadCall call, int argument);

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_EVERY_THREAD_H_
