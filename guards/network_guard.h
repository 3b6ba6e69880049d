// The network: nothing leaves, unless a grant names the destination.
#ifndef HERMETIC_GUARDS_NETWORK_GUARD_H_
#define HERMETIC_GUARDS_NETWORK_GUARD_H_

#include "guards/guard.h"

namespace hermetic {

extern const Guard kNetworkGuard;

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_NETWORK_GUARD_H_
