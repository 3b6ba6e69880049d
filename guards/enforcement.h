// What happens to a refusal: it is recorded, told, and raised.
#ifndef HERMETIC_GUARDS_ENFORCEMENT_H_
#define HERMETIC_GUARDS_ENFORCEMENT_H_

#include <string>
#include <string_view>

#include "guards/policy_level.h"
#include "guards/violation.h"

namespace hermetic {

// "--no-network, from profile net-hermetic (pyproject.toml:12)"
std::string DescribeOrigin(const PolicyLevel& level, std::string_view option);

// Carries out a refusal as the level that made it says: counts and records it,
// writes the trace line, then raises, ends the process, or lets the action go
// on. Answers -1 with a Python exception set, or 0 if the action may go on.
// GIL held.
int Enforce(Verdict verdict);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_ENFORCEMENT_H_
