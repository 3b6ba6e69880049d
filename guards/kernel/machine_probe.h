// What this machine's kernel offers. Probes change nothing in the caller; the
// listener is tried in a forked child.
#ifndef HERMETIC_GUARDS_KERNEL_MACHINE_PROBE_H_
#define HERMETIC_GUARDS_KERNEL_MACHINE_PROBE_H_

#include <string>

namespace hermetic::kernel {

struct Probe {
  bool available = false;
  std::string why_not;  // Empty if available.
};

struct MachineProbe {
  int landlock_abi = 0;  // 0: not available, see landlock.why_not.
  Probe landlock;
  Probe syscall_filter;
  Probe user_notification;  // Questions to a supervisor, with descriptors as answers.
  Probe bind_to_device;     // Unprivileged SO_BINDTODEVICE, Linux 5.7.
  int yama_ptrace_scope = 0;
  // What this process has running besides the thread that asks.
  bool other_threads = false;
  bool children = false;
  int own_segment = -1;  // NetworkPlan
};

// The cheap probes only: a few system calls, no fork. Enough to plan with.
MachineProbe ProbeMachine();

// In a forked child: can a listener be had? EBUSY where an outer filter of this
// process has one already.
Probe ProbeListener();

// The number of threads of this process; committing at its start needs exactly one.
int CountThreads();

bool HasChildren();

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_MACHINE_PROBE_H_
