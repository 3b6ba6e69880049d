// The network guard's part for names: which of them may be looked up, and what
// the answers are good for.
#ifndef HERMETIC_GUARDS_LOOKUP_GUARD_H_
#define HERMETIC_GUARDS_LOOKUP_GUARD_H_

#include <string_view>
#include <vector>

#include "guards/guard.h"
#include "guards/ip_address.h"

namespace hermetic {

// Functions of _socket. The name goes to the C library as it was decided on.
PyObject* AroundGetAddrInfo(const ActivePolicy& active, const GuardedCall& call);
PyObject* AroundGetHostByName(const ActivePolicy& active, const GuardedCall& call);
PyObject* AroundGetHostByNameEx(const ActivePolicy& active, const GuardedCall& call);
PyObject* AroundGetHostByAddr(const ActivePolicy& active, const GuardedCall& call);
Verdict CheckGetNameInfo(const ActivePolicy& active, const Args& args);

// The functions of `nis`.
Verdict RefuseNis(const ActivePolicy& active, const Args& args);

// The second line: audit events.
Verdict CheckGetAddrInfoEvent(const ActivePolicy& active, const Args& args);
Verdict CheckGetHostByNameEvent(const ActivePolicy& active, const Args& args);
Verdict CheckGetHostByAddrEvent(const ActivePolicy& active, const Args& args);

// `name` (canonical), which was allowed, has these addresses now.
void RememberAnswers(std::string_view name, const std::vector<IpAddress>& addresses);

// Sets socket.gaierror, as the socket module does for a failed lookup.
void RaiseLookupError(int error);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_LOOKUP_GUARD_H_
