// What a policy refuses by system call, as rules: tables, each row with its
// reason. Pure; syscall_filter.h makes a program of them.
#ifndef HERMETIC_GUARDS_KERNEL_FILTER_RULES_H_
#define HERMETIC_GUARDS_KERNEL_FILTER_RULES_H_

#include <vector>

#include "guards/kernel/network_mode.h"
#include "guards/kernel/syscall_filter.h"
#include "profiles/policy.h"

namespace hermetic::kernel {

using SyscallRules = std::vector<SyscallRule>;

// For every policy: calls that reach into other processes, change the machine
// or go round this filter. Verified harmless for numpy, pandas, scipy, numba,
// lxml, psutil, asyncio, ctypes callbacks, thread and process pools.
SyscallRules HardeningRules();

// Changes of owner, mode, times and attributes, which Landlock does not cover
// and which work through a read-only descriptor.
SyscallRules MetadataRules();

// truncate(2), for a Landlock without the right of that name (ABI below 3).
SyscallRules TruncateRules();

// --no-subprocess without --allow-run: no new process, threads only.
SyscallRules ProcessRules();

// --allow-run: a memfd is no file of any directory, so Landlock lets it be
// executed; only memfds that can never be executed may be made.
SyscallRules MemfdRules();

// What the network mode refuses and what it asks the supervisor.
SyscallRules NetworkRulesFor(const NetworkPlan& plan);

// --block-native, once everything native is loaded: no executable mappings.
SyscallRules NativeCodeRules();

// For the supervisor itself: the hardening list but for the calls that it lives
// by, and no new programs.
SyscallRules SupervisorRules();

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_FILTER_RULES_H_
