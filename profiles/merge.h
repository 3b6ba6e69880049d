// The two ways to combine policies.
//
// Union composes the parts of ONE policy (profiles, files, flags, `a | b`):
// restrictions and grants add up, so a part can also widen.
// Stack puts policies of different authors over each other (nested blocks, a
// child under its parent): a conjunction, in which no level can widen another.
#ifndef HERMETIC_PROFILES_MERGE_H_
#define HERMETIC_PROFILES_MERGE_H_

#include <vector>

#include "profiles/policy.h"
#include "profiles/policy_with_origins.h"

namespace hermetic {

// Flags: either. Lists: both, in order, without duplicates. Limits: the lower.
// Paths (fs_root, audit_log, report): that of `b`, else that of `a`. kernel and
// on_violation: a value that is not the default beats the default; of two such,
// the stricter one (require over off; kill over oserror over log).
Policy Union(const Policy& a, const Policy& b);
PolicyWithOrigins Union(const PolicyWithOrigins& a, const PolicyWithOrigins& b);

// `strong` over `weak`, for sources of different rank: as Union, but whatever
// has room for one value only and is mentioned by `strong` (has an origin
// there) is taken from it, `false` included.
PolicyWithOrigins Override(const PolicyWithOrigins& weak, const PolicyWithOrigins& strong);

// Levels of a conjunction, outermost first: an action needs the consent of each.
using PolicyStack = std::vector<PolicyWithOrigins>;

// `level` under what holds already, as its innermost level. A level that is
// there already changes nothing, and is not added twice.
void Stack(PolicyWithOrigins level, PolicyStack* stack);

bool IsSealed(const PolicyStack& stack);

// What one process can have only once, strictest of all levels: the limits,
// seal, kernel (require over auto over off), fail_on_violation. Every other
// field is at its default.
Policy ProcessWide(const PolicyStack& stack);

// True if `b` permits something through `option` that `a` refuses. For limits
// and enforcement this compares values, for grants it asks whether `a` has the
// restriction that they open.
bool Loosens(const Option& option, const Policy& a, const Policy& b);

}  // namespace hermetic

#endif  // HERMETIC_PROFILES_MERGE_H_
