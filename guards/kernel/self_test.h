// Tries what a row refuses, after committing: the kernel's own word that it
// holds. Nothing that is tried would do harm if it succeeded.
#ifndef HERMETIC_GUARDS_KERNEL_SELF_TEST_H_
#define HERMETIC_GUARDS_KERNEL_SELF_TEST_H_

#include "guards/kernel/kernel_row.h"
#include "guards/kernel/network_mode.h"
#include "guards/kernel/socket_address.h"
#include "profiles/policy.h"

namespace hermetic::kernel {

enum class Held : uint8_t { kYes, kNo, kCannotTell };

// `network` is what was committed for the network.
// May ask the supervisor.
Held TryRow(RowId row, const Policy& policy, const NetworkPlan& network);

// Whether the network filter of a supervisor is in force, without waiting for
// one that is not ready yet: what is not answered is not allowed.
Held TryNetworkFilter();

// What the test asks to bind: nobody's address (RFC 5737), below the ports that
// programs get by themselves. Every hermetic-python below a supervisor asks for
// it, which is no violation of the program's.
bool IsSelfTest(const SocketAddress& bound);

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_SELF_TEST_H_
