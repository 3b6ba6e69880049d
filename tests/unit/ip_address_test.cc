#include "guards/ip_address.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

namespace hermetic {
namespace {

struct SpellingCase {
  const char* text;
  const char* want;  // Null: no address.
};

class ParseTest : public ::testing::TestWithParam<SpellingCase> {};

TEST_P(ParseTest, ReadsWhatTheResolverReads) {
  const std::optional<IpAddress> address = IpAddress::Parse(GetParam().text);
  if (GetParam().want == nullptr) {
    EXPECT_FALSE(address) << address->ToString();
  } else {
    ASSERT_TRUE(address);
    EXPECT_EQ(address->ToString(), GetParam().want);
  }
}

INSTANTIATE_TEST_SUITE_P(Spellings, ParseTest,
                         ::testing::ValuesIn<SpellingCase>({
                             {"1.2.3.4", "1.2.3.4"},
                             {"127.0.0.1", "127.0.0.1"},
                             {"127.1", "127.0.0.1"},
                             {"127.0.1", "127.0.0.1"},
                             {"127.65535", "127.0.255.255"},
                             {"0", "0.0.0.0"},
                             {"0.0", "0.0.0.0"},
                             {"2130706433", "127.0.0.1"},
                             {"2852039166", "169.254.169.254"},
                             {"4294967295", "255.255.255.255"},
                             {"4294967296", nullptr},
                             {"0x7f000001", "127.0.0.1"},
                             {"0X7F000001", "127.0.0.1"},
                             {"0x7f.1", "127.0.0.1"},
                             {"0x7f.0x0.0x0.0x1", "127.0.0.1"},
                             {"017700000001", "127.0.0.1"},
                             {"0177.0.0.1", "127.0.0.1"},
                             {"0177.0x0.0.01", "127.0.0.1"},
                             {"010.0.0.1", "8.0.0.1"},
                             {"08.0.0.1", nullptr},
                             {"256.0.0.1", nullptr},
                             {"1.2.3.4.5", nullptr},
                             {"1.2.3.", nullptr},
                             {"1.2.3.4 ", nullptr},
                             {" 1.2.3.4", nullptr},
                             {"1.2.3.4 x", nullptr},
                             {"1..4", nullptr},
                             {"-1", nullptr},
                             {"+1", nullptr},
                             {"1e3", nullptr},
                             {"", nullptr},
                             {"::", "::"},
                             {"::1", "::1"},
                             {"0:0:0:0:0:0:0:1", "::1"},
                             {"0000::0001", "::1"},
                             {"::0001", "::1"},
                             {"2001:DB8::A", "2001:db8::a"},
                             {"::ffff:1.2.3.4", "1.2.3.4"},
                             {"::FFFF:102:304", "1.2.3.4"},
                             {"0:0:0:0:0:ffff:7f00:1", "127.0.0.1"},
                             {"::1.2.3.4", "::1.2.3.4"},
                             {"fe80::1%1", "fe80::1"},
                             {"fe80::1%lo", "fe80::1"},
                             {"fe80::1%nosuchdevice", nullptr},
                             {"[::1]", nullptr},
                             {":::", nullptr},
                             {"1::2::3", nullptr},
                             {"::1/128", nullptr},
                             {"10.0.0.0/8", nullptr},
                             {"localhost", nullptr},
                             {"example.com", nullptr},
                             {"1.example.com", nullptr},
                             {"deadbeef", nullptr},
                             {"0x7f.example.com", nullptr},
                         }));

struct PropertyCase {
  const char* text;
  bool (IpAddress::*property)() const;
  bool want;
};

class PropertyTest : public ::testing::TestWithParam<PropertyCase> {};

TEST_P(PropertyTest, IsAsTheRegistriesSay) {
  const std::optional<IpAddress> address = IpAddress::Parse(GetParam().text);
  ASSERT_TRUE(address) << GetParam().text;
  EXPECT_EQ(((*address).*GetParam().property)(), GetParam().want) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(Loopback, PropertyTest,
                         ::testing::ValuesIn<PropertyCase>({
                             {"127.0.0.1", &IpAddress::IsLoopback, true},
                             {"127.0.0.0", &IpAddress::IsLoopback, true},
                             {"127.255.255.255", &IpAddress::IsLoopback, true},
                             {"126.255.255.255", &IpAddress::IsLoopback, false},
                             {"128.0.0.0", &IpAddress::IsLoopback, false},
                             {"::1", &IpAddress::IsLoopback, true},
                             {"::2", &IpAddress::IsLoopback, false},
                             {"::", &IpAddress::IsLoopback, false},
                             {"::ffff:127.9.9.9", &IpAddress::IsLoopback, true},
                             {"::127.0.0.1", &IpAddress::IsLoopback, false},
                             {"0.0.0.0", &IpAddress::IsLoopback, false},
                             {"0.0.0.0", &IpAddress::IsUnspecified, true},
                             {"::", &IpAddress::IsUnspecified, true},
                             {"::ffff:0.0.0.0", &IpAddress::IsUnspecified, true},
                             {"0.0.0.1", &IpAddress::IsUnspecified, false},
                             {"::1", &IpAddress::IsUnspecified, false},
                             {"169.254.0.1", &IpAddress::IsLinkLocal, true},
                             {"169.255.0.1", &IpAddress::IsLinkLocal, false},
                             {"fe80::1", &IpAddress::IsLinkLocal, true},
                             {"febf::1", &IpAddress::IsLinkLocal, true},
                             {"fec0::1", &IpAddress::IsLinkLocal, false},
                             {"224.0.0.1", &IpAddress::IsMulticast, true},
                             {"239.255.255.255", &IpAddress::IsMulticast, true},
                             {"240.0.0.1", &IpAddress::IsMulticast, false},
                             {"255.255.255.255", &IpAddress::IsMulticast, true},
                             {"ff02::1", &IpAddress::IsMulticast, true},
                             {"fe00::1", &IpAddress::IsMulticast, false},
                             {"1.2.3.4", &IpAddress::is_v4, true},
                             {"::ffff:1.2.3.4", &IpAddress::is_v4, true},
                             {"::1.2.3.4", &IpAddress::is_v4, false},
                         }));

INSTANTIATE_TEST_SUITE_P(Metadata, PropertyTest,
                         ::testing::ValuesIn<PropertyCase>({
                             {"169.254.169.254", &IpAddress::IsMetadata, true},
                             {"169.254.169.253", &IpAddress::IsMetadata, false},
                             {"169.254.43518", &IpAddress::IsMetadata, true},
                             {"169.16689662", &IpAddress::IsMetadata, true},
                             {"0xa9fea9fe", &IpAddress::IsMetadata, true},
                             {"0xa9.0xfe.0xa9.0xfe", &IpAddress::IsMetadata, true},
                             {"0251.0376.0251.0376", &IpAddress::IsMetadata, true},
                             {"025177524776", &IpAddress::IsMetadata, true},
                             {"2852039166", &IpAddress::IsMetadata, true},
                             {"::ffff:169.254.169.254", &IpAddress::IsMetadata, true},
                             {"::ffff:a9fe:a9fe", &IpAddress::IsMetadata, true},
                             {"::169.254.169.254", &IpAddress::IsMetadata, true},
                             {"::a9fe:a9fe", &IpAddress::IsMetadata, true},
                             {"::ffff:0:169.254.169.254", &IpAddress::IsMetadata, true},
                             {"2002:a9fe:a9fe::", &IpAddress::IsMetadata, true},
                             {"2002:a9fe:a9fe:1:2:3:4:5", &IpAddress::IsMetadata, true},
                             {"2002:a9fe:a9fd::", &IpAddress::IsMetadata, false},
                             {"64:ff9b::169.254.169.254", &IpAddress::IsMetadata, true},
                             {"64:ff9b::1.2.3.4", &IpAddress::IsMetadata, false},
                             {"64:ff9b:1::169.254.169.254", &IpAddress::IsMetadata, true},
                             {"64:ff9b:1:a9fe:a9:fe00::", &IpAddress::IsMetadata, true},
                             {"2001::5601:5601", &IpAddress::IsMetadata, true},
                             {"2001:0:a9fe:a9fe::", &IpAddress::IsMetadata, true},
                             {"2001:db8::5601:5601", &IpAddress::IsMetadata, false},
                             {"2001:db8::5efe:a9fe:a9fe", &IpAddress::IsMetadata, true},
                             {"2001:db8::200:5efe:a9fe:a9fe", &IpAddress::IsMetadata, true},
                             {"fe80::5efe:a9fe:a9fe", &IpAddress::IsMetadata, true},
                             {"fe80::a9fe:a9fe", &IpAddress::IsMetadata, true},
                             {"fe80::a9fe:a9fe%1", &IpAddress::IsMetadata, true},
                             {"FE80::A9FE:A9FE", &IpAddress::IsMetadata, true},
                             {"fd00:ec2::254", &IpAddress::IsMetadata, true},
                             {"fd00:0ec2:0:0::0254", &IpAddress::IsMetadata, true},
                             {"fd00:ec2::255", &IpAddress::IsMetadata, false},
                             {"100.100.100.200", &IpAddress::IsMetadata, true},
                             {"100.100.25800", &IpAddress::IsMetadata, true},
                             {"100.100.100.201", &IpAddress::IsMetadata, false},
                             {"169.254.170.2", &IpAddress::IsMetadata, true},
                             {"192.0.0.192", &IpAddress::IsMetadata, true},
                             {"127.0.0.1", &IpAddress::IsMetadata, false},
                             {"::1", &IpAddress::IsMetadata, false},
                         }));

TEST(FromSockaddrTest, ReadsBothFamiliesAndNoOther) {
  sockaddr_in v4{};
  v4.sin_family = AF_INET;
  v4.sin_addr.s_addr = htonl(0x01020304);
  EXPECT_EQ(IpAddress::FromSockaddr(reinterpret_cast<sockaddr*>(&v4)), IpAddress::V4(1, 2, 3, 4));

  sockaddr_in6 v6{};
  v6.sin6_family = AF_INET6;
  ASSERT_EQ(inet_pton(AF_INET6, "::ffff:1.2.3.4", &v6.sin6_addr), 1);
  EXPECT_EQ(IpAddress::FromSockaddr(reinterpret_cast<sockaddr*>(&v6)), IpAddress::V4(1, 2, 3, 4));

  sockaddr unix_address{};
  unix_address.sa_family = AF_UNIX;
  EXPECT_EQ(IpAddress::FromSockaddr(&unix_address), std::nullopt);
}

struct PrefixCase {
  const char* address;
  const char* network;
  int prefix_bits;
  bool want;
};

class PrefixTest : public ::testing::TestWithParam<PrefixCase> {};

TEST_P(PrefixTest, ComparesExactlyTheBits) {
  EXPECT_EQ(IpAddress::Parse(GetParam().address)
                ->IsIn(*IpAddress::Parse(GetParam().network), GetParam().prefix_bits),
            GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(Networks, PrefixTest,
                         ::testing::ValuesIn<PrefixCase>({
                             {"10.1.2.3", "10.0.0.0", 96 + 8, true},
                             {"11.1.2.3", "10.0.0.0", 96 + 8, false},
                             {"10.1.2.3", "10.1.2.2", 96 + 31, true},
                             {"10.1.2.4", "10.1.2.2", 96 + 31, false},
                             {"10.1.2.3", "10.1.2.3", 128, true},
                             {"10.1.2.3", "10.1.2.2", 128, false},
                             {"2001:db8::1", "2001:db8::", 32, true},
                             {"2001:db9::1", "2001:db8::", 32, false},
                             {"2001:db9::1", "2001:db8::", 31, true},
                             {"2001:db8::1", "::", 0, true},
                             {"10.1.2.3", "10.0.0.0", 96, true},
                             {"2001:db8::1", "10.0.0.0", 96, false},
                         }));

}  // namespace
}  // namespace hermetic
