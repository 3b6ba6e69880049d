// The way out of this process into another program.
//
// The libc functions that CPython and extension modules call to get there
// (execv, execve, execvp, execvpe, fexecve, system, posix_spawn, posix_spawnp)
// are defined here: the symbols of an executable come before those of its
// libraries. They hand the policy down (policy_handover.h) and refuse what
// --allow-run does not list, in the forked child if need be, after the last
// Python code that could interfere has run. With no policy they are libc's.
//
// Does not cover: system calls made without libc, and libc's own popen and
// execl. The kernel layer holds what starts that way.
#ifndef HERMETIC_GUARDS_EXEC_GATE_H_
#define HERMETIC_GUARDS_EXEC_GATE_H_

#include "guards/policy_handover.h"

namespace hermetic {

// What the next execve goes by; null where no policy is active. The state
// outlives the process's last use of it.
void SetExecState(const ExecState* state);

// One of the descriptors that hand something down: not the program's to replace.
bool IsReserved(int descriptor);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_EXEC_GATE_H_
