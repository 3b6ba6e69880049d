// The network guard's part for socket options that would lead packets past the
// decision about their address.
#ifndef HERMETIC_GUARDS_SOCKET_OPTION_GUARD_H_
#define HERMETIC_GUARDS_SOCKET_OPTION_GUARD_H_

#include "guards/guard.h"

namespace hermetic {

Verdict CheckSetOption(const ActivePolicy& active, const Args& args);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_SOCKET_OPTION_GUARD_H_
