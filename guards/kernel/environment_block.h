// The environment that the process was started with, taken out of memory.
#ifndef HERMETIC_GUARDS_KERNEL_ENVIRONMENT_BLOCK_H_
#define HERMETIC_GUARDS_KERNEL_ENVIRONMENT_BLOCK_H_

#include "profiles/policy.h"

namespace hermetic::kernel {

// Under --no-environment and --scrub-env: overwrites the strings that the
// kernel put on the stack, so that /proc/self/environ is empty and no copy is
// left, and keeps in `environ` only what the interpreter and the standard
// library harmlessly need (IsHarmlessVariable) and what --allow-env grants.
// Before any thread and before Python; what was read from the environment
// earlier by pointer is zero afterwards. Cannot be undone.
void WipeEnvironment(const Policy& policy);

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_ENVIRONMENT_BLOCK_H_
