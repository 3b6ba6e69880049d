// The socket options that no policy about the network can leave open.
#ifndef HERMETIC_GUARDS_REFUSED_SOCKET_OPTIONS_H_
#define HERMETIC_GUARDS_REFUSED_SOCKET_OPTIONS_H_

#include <netinet/in.h>
#include <sys/socket.h>

namespace hermetic {

struct SocketOption {
  int level;
  int option;
  const char* name;
};

// They send packets elsewhere than the address says, or tell the network on
// their own. The audit hook's layer and the kernel's refuse them alike.
inline constexpr SocketOption kRefusedSocketOptions[] = {
    {SOL_SOCKET, SO_BINDTODEVICE, "SO_BINDTODEVICE"},  // Loopback addresses leave by a device.
    {SOL_SOCKET, SO_BINDTOIFINDEX, "SO_BINDTOIFINDEX"},
    {SOL_SOCKET, SO_MARK, "SO_MARK"},        // Policy routing.
    {IPPROTO_IP, IP_OPTIONS, "IP_OPTIONS"},  // Source routes.
    {IPPROTO_IP, IP_UNICAST_IF, "IP_UNICAST_IF"},
    {IPPROTO_IP, IP_ADD_MEMBERSHIP, "IP_ADD_MEMBERSHIP"},  // IGMP reports.
    {IPPROTO_IP, IP_ADD_SOURCE_MEMBERSHIP, "IP_ADD_SOURCE_MEMBERSHIP"},
    {IPPROTO_IP, MCAST_JOIN_GROUP, "MCAST_JOIN_GROUP"},
    {IPPROTO_IP, MCAST_JOIN_SOURCE_GROUP, "MCAST_JOIN_SOURCE_GROUP"},
    {IPPROTO_IPV6, IPV6_PKTINFO, "IPV6_PKTINFO"},
    {IPPROTO_IPV6, IPV6_2292PKTINFO, "IPV6_2292PKTINFO"},
    {IPPROTO_IPV6, IPV6_2292PKTOPTIONS, "IPV6_2292PKTOPTIONS"},
    {IPPROTO_IPV6, IPV6_2292RTHDR, "IPV6_2292RTHDR"},
    {IPPROTO_IPV6, IPV6_RTHDR, "IPV6_RTHDR"},
    {IPPROTO_IPV6, IPV6_NEXTHOP, "IPV6_NEXTHOP"},
    {IPPROTO_IPV6, IPV6_UNICAST_IF, "IPV6_UNICAST_IF"},
    {IPPROTO_IPV6, IPV6_JOIN_GROUP, "IPV6_JOIN_GROUP"},
    {IPPROTO_IPV6, IPV6_JOIN_ANYCAST, "IPV6_JOIN_ANYCAST"},
    {IPPROTO_IPV6, MCAST_JOIN_GROUP, "MCAST_JOIN_GROUP"},
    {IPPROTO_IPV6, MCAST_JOIN_SOURCE_GROUP, "MCAST_JOIN_SOURCE_GROUP"},
};

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_REFUSED_SOCKET_OPTIONS_H_
