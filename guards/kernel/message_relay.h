// sendto() with an address, sendmsg() and sendmmsg(), done by the supervisor.
//
// A datagram socket that is bound to the loopback device still leaves it with
// control data (IP_PKTINFO), and a message is in memory where no filter sees
// it. Whether a descriptor is such a socket is not known before it has been
// duplicated, so messages of every kind of socket take this way.
#ifndef HERMETIC_GUARDS_KERNEL_MESSAGE_RELAY_H_
#define HERMETIC_GUARDS_KERNEL_MESSAGE_RELAY_H_

#include "guards/kernel/notification.h"
#include "guards/kernel/socket_calls.h"

namespace hermetic::kernel {

// Control data: descriptors (SCM_RIGHTS) are passed on; of the rest only what
// shapes a datagram (segment size, traffic class, hop limit). Other control
// data is left out. One call takes at most 1 MiB; a stream gets a short count,
// which send() is free to give. sendmmsg() sends its first message and says so.
struct MessageRelay {
  const SocketCalls& calls;

  void SendTo(const Notification& question) const;
  void SendMessage(const Notification& question) const;
  void SendMessages(const Notification& question) const;
};

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_MESSAGE_RELAY_H_
