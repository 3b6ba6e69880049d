// What a policy is compiled to within the interpreter, for people to read.
#ifndef HERMETIC_GUARDS_INTERPRETER_PLAN_H_
#define HERMETIC_GUARDS_INTERPRETER_PLAN_H_

#include <string>

#include "profiles/policy.h"

namespace hermetic {

// Lines: the audit events and the builtins that are decided on, guard by guard,
// and what this leaves to the kernel. Needs no interpreter. Empty for a policy
// that restricts nothing.
std::string DescribeInterpreterPlan(const Policy& policy);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_INTERPRETER_PLAN_H_
