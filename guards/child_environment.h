// Which of the process's own variables a program finds that is started while a
// policy keeps the environment from the process. A policy of the start has wiped
// them by then; that of a `with` block gives them back at its end.
#ifndef HERMETIC_GUARDS_CHILD_ENVIRONMENT_H_
#define HERMETIC_GUARDS_CHILD_ENVIRONMENT_H_

#include <vector>

#include "absl/functional/function_ref.h"
#include "guards/environment_rules.h"

namespace hermetic {

// Such a policy begins: what is there now is the process's own, what is set from here
// on the program knows. GIL held.
void NoteVariables();

// Calls `start` with what a child gets for `envp`. That is `envp` itself, unless it is
// the process's environment: then without what one of `levels` does not grant. Only
// reads and writes of memory, on the stack: it runs in children of vfork.
int WithChildEnvironment(const std::vector<EnvironmentRules>& levels, char* const envp[],
                         absl::FunctionRef<int(char* const*)> start);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_CHILD_ENVIRONMENT_H_
