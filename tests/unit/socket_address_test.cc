#include "guards/kernel/socket_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/un.h>

#include "gtest/gtest.h"

namespace hermetic::kernel {
namespace {

SocketAddress Inet6(const char* text, uint16_t port) {
  sockaddr_in6 address{.sin6_family = AF_INET6, .sin6_port = htons(port)};
  inet_pton(AF_INET6, text, &address.sin6_addr);
  return SocketAddress({reinterpret_cast<const char*>(&address), sizeof(address)});
}

TEST(SocketAddressTest, AMappedAddressIsWhatTheKernelTakesItFor) {
  const SocketAddress address = Inet6("::ffff:192.0.2.1", 443);
  EXPECT_EQ(address.ToString(), "192.0.2.1:443");
  EXPECT_EQ(address.family(), AF_INET6);
}

TEST(SocketAddressTest, TheUnspecifiedAddressReachesThisMachine) {
  EXPECT_TRUE(Inet6("::", 1).IsThisMachine());
  EXPECT_TRUE(Inet6("::1", 1).IsThisMachine());
  EXPECT_TRUE(SocketAddress::Loopback(AF_INET6, 1).IsThisMachine());
  EXPECT_FALSE(Inet6("2001:db8::1", 1).IsThisMachine());
}

TEST(SocketAddressTest, AShortAddressHasNoHost) {
  const sockaddr_in whole{.sin_family = AF_INET};
  const SocketAddress cut({reinterpret_cast<const char*>(&whole), 7});
  EXPECT_FALSE(cut.ip().has_value());
  EXPECT_EQ(cut.size(), 7u);
  EXPECT_EQ(cut.port(), 0);
}

TEST(SocketAddressTest, NothingAtAllIsOfNoFamily) {
  EXPECT_EQ(SocketAddress({}).family(), AF_UNSPEC);
}

TEST(SocketAddressTest, APathIsNotShown) {
  const sockaddr_un address{.sun_family = AF_UNIX, .sun_path = "/secret"};
  EXPECT_EQ(SocketAddress({reinterpret_cast<const char*>(&address), sizeof(address)}).ToString(),
            "unix socket");
}

}  // namespace
}  // namespace hermetic::kernel
