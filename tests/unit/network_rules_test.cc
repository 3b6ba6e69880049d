#include "guards/network_rules.h"

#include <gtest/gtest.h>

#include <string>

namespace hermetic {
namespace {

constexpr NetworkAnswer kAllowed = NetworkAnswer::kAllowed;
constexpr NetworkAnswer kNotGranted = NetworkAnswer::kNotGranted;
constexpr NetworkAnswer kNever = NetworkAnswer::kNever;

Policy NoNetwork() { return {.no_network = true}; }

Policy Localhost() { return {.no_network = true, .allow_localhost = true}; }

Policy Domains() {
  return {.no_network = true, .allow_domain = {"example.com", "google.internal", "intranet"}};
}

Policy Hosts() {
  return {.no_network = true,
          .allow_host = {"10.0.0.0/8", "192.0.2.7:443", "[2001:db8::1]:8080", "2001:db8:1::/48",
                         "api.test:443", "db.test", "203.0.113.0/25:53", "::ffff:198.51.100.9"}};
}

Policy Everything() {
  return {.no_network = true, .allow_host = {"0.0.0.0/0", "::/0", "metadata"}};
}

struct RuleCase {
  Policy (*policy)();
  const char* host;
  int port;
  NetworkAnswer want;
};

void PrintTo(const RuleCase& test, std::ostream* out) { *out << test.host << " " << test.port; }

class DecideHostTest : public ::testing::TestWithParam<RuleCase> {};

TEST_P(DecideHostTest, FollowsThePolicy) {
  const NetworkRules rules = NetworkRules::Compile(GetParam().policy());
  const std::optional<HostText> host = ParseHost(GetParam().host);
  ASSERT_TRUE(host);
  EXPECT_EQ(rules.DecideHost(*host, GetParam().port), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(NothingAllowed, DecideHostTest,
                         ::testing::ValuesIn<RuleCase>({
                             {NoNetwork, "example.com", 80, kNotGranted},
                             {NoNetwork, "1.1.1.1", 53, kNotGranted},
                             {NoNetwork, "127.0.0.1", 80, kNotGranted},
                             {NoNetwork, "localhost", 80, kNotGranted},
                             {NoNetwork, "::1", 80, kNotGranted},
                             {NoNetwork, "0.0.0.0", 80, kNotGranted},
                             {NoNetwork, "", 80, kNotGranted},
                             {NoNetwork, "169.254.169.254", 80, kNever},
                             {NoNetwork, "metadata", 80, kNever},
                         }));

INSTANTIATE_TEST_SUITE_P(Loopback, DecideHostTest,
                         ::testing::ValuesIn<RuleCase>({
                             {Localhost, "127.0.0.1", 80, kAllowed},
                             {Localhost, "127.0.0.1", 0, kAllowed},
                             {Localhost, "127.0.0.1", kSomePort, kAllowed},
                             {Localhost, "127.0.0.1", 70000, kAllowed},
                             {Localhost, "127.255.0.3", 80, kAllowed},
                             {Localhost, "127.1", 80, kAllowed},
                             {Localhost, "0x7f000001", 80, kAllowed},
                             {Localhost, "2130706433", 80, kAllowed},
                             {Localhost, "0177.0.0.01", 80, kAllowed},
                             {Localhost, "127.0.0.1.", 80, kAllowed},
                             {Localhost, "0.0.0.0", 80, kAllowed},
                             {Localhost, "0", 80, kAllowed},
                             {Localhost, "::", 80, kAllowed},
                             {Localhost, "::1", 80, kAllowed},
                             {Localhost, "[::1]", 80, kAllowed},
                             {Localhost, "::1%1", 80, kAllowed},
                             {Localhost, "0:0::0:1", 80, kAllowed},
                             {Localhost, "::ffff:127.0.0.1", 80, kAllowed},
                             {Localhost, "::ffff:7f00:1", 80, kAllowed},
                             {Localhost, "localhost", 80, kAllowed},
                             {Localhost, "LOCALHOST.", 80, kAllowed},
                             {Localhost, " localhost ", 80, kAllowed},
                             {Localhost, "ip6-loopback", 80, kAllowed},
                             {Localhost, "localhost.localdomain", 80, kAllowed},
                             {Localhost, "secret.localhost", 80, kNotGranted},
                             {Localhost, "localhost.evil.org", 80, kNotGranted},
                             {Localhost, "127.0.0.1.evil.org", 80, kNotGranted},
                             {Localhost, "127.0.0.1.nip.io", 80, kNotGranted},
                             {Localhost, "126.0.0.1", 80, kNotGranted},
                             {Localhost, "128.0.0.1", 80, kNotGranted},
                             {Localhost, "0.0.0.1", 80, kNotGranted},
                             {Localhost, "::127.0.0.1", 80, kNotGranted},
                             {Localhost, "64:ff9b::127.0.0.1", 80, kNotGranted},
                             {Localhost, "2002:7f00:1::", 80, kNotGranted},
                             {Localhost, "::2", 80, kNotGranted},
                             {Localhost, "192.168.0.1", 80, kNotGranted},
                             {Localhost, "fe80::1%1", 80, kNotGranted},
                             {Localhost, "224.0.0.1", 80, kNotGranted},
                             {Localhost, "<broadcast>", 80, kNotGranted},
                             {Localhost, "255.255.255.255", 80, kNotGranted},
                             {Localhost, "example.com", 80, kNotGranted},
                             {Localhost, "", 80, kNotGranted},
                             {Localhost, "169.254.169.254", 80, kNever},
                         }));

INSTANTIATE_TEST_SUITE_P(DomainsAndBelow, DecideHostTest,
                         ::testing::ValuesIn<RuleCase>({
                             {Domains, "example.com", 80, kAllowed},
                             {Domains, "example.com", 443, kAllowed},
                             {Domains, "EXAMPLE.COM", 443, kAllowed},
                             {Domains, "Example.Com.", 443, kAllowed},
                             {Domains, " example.com ", 443, kAllowed},
                             {Domains, "www.example.com", 443, kAllowed},
                             {Domains, "a.b.c.example.com", 443, kAllowed},
                             {Domains, "intranet", 443, kAllowed},
                             {Domains, "notexample.com", 443, kNotGranted},
                             {Domains, "example.com.evil.org", 443, kNotGranted},
                             {Domains, "example.comx", 443, kNotGranted},
                             {Domains, "xexample.com", 443, kNotGranted},
                             {Domains, "example.co", 443, kNotGranted},
                             {Domains, "com", 443, kNotGranted},
                             {Domains, ".com", 443, kNotGranted},
                             {Domains, "example", 443, kNotGranted},
                             {Domains, "intranet.evil.org", 443, kNotGranted},
                             {Domains,
                              "example\xe3\x80\x82"
                              "com",
                              443, kNotGranted},
                             {Domains, "\xef\xbd\x85xample.com", 443, kNotGranted},
                             {Domains, "www.ex\xc3\xa4mple.com", 443, kNotGranted},
                             {Domains, "127.0.0.1", 443, kNotGranted},
                             {Domains, "93.184.216.34", 443, kNotGranted},
                             {Domains, "localhost", 443, kNotGranted},
                             {Domains, "", 443, kNotGranted},
                             {Domains, ".", 443, kNotGranted},
                             {Domains, "google.internal", 80, kAllowed},
                             {Domains, "db.google.internal", 80, kAllowed},
                             {Domains, "metadata.google.internal", 80, kNever},
                             {Domains, "METADATA.google.internal.", 80, kNever},
                         }));

INSTANTIATE_TEST_SUITE_P(AddressesNetworksAndPorts, DecideHostTest,
                         ::testing::ValuesIn<RuleCase>({
                             {Hosts, "10.0.0.1", 1, kAllowed},
                             {Hosts, "10.255.255.255", 65535, kAllowed},
                             {Hosts, "10.1", 22, kAllowed},
                             {Hosts, "167772161", 22, kAllowed},
                             {Hosts, "::ffff:10.0.0.1", 22, kAllowed},
                             {Hosts, "010.0.0.1", 22, kNotGranted},  // Octal: 8.0.0.1.
                             {Hosts, "11.0.0.0", 22, kNotGranted},
                             {Hosts, "9.255.255.255", 22, kNotGranted},
                             {Hosts, "::10.0.0.1", 22, kNotGranted},
                             {Hosts, "2002:a00:1::", 22, kNotGranted},
                             {Hosts, "64:ff9b::10.0.0.1", 22, kNotGranted},
                             {Hosts, "192.0.2.7", 443, kAllowed},
                             {Hosts, "192.0.2.7", kSomePort, kAllowed},
                             {Hosts, "192.0.2.7", 80, kNotGranted},
                             {Hosts, "192.0.2.7", 0, kNotGranted},
                             {Hosts, "192.0.2.7", 443 + 65536, kNotGranted},
                             {Hosts, "192.0.2.7", -65093, kNotGranted},
                             {Hosts, "192.0.2.8", 443, kNotGranted},
                             {Hosts, "2001:db8::1", 8080, kAllowed},
                             {Hosts, "2001:0DB8:0::0001", 8080, kAllowed},
                             {Hosts, "2001:db8::1", 8081, kNotGranted},
                             {Hosts, "2001:db8::2", 8080, kNotGranted},
                             {Hosts, "2001:db8:1::", 1, kAllowed},
                             {Hosts, "2001:db8:1:ffff:ffff:ffff:ffff:ffff", 1, kAllowed},
                             {Hosts, "2001:db8:2::", 1, kNotGranted},
                             {Hosts, "api.test", 443, kAllowed},
                             {Hosts, "api.test", kSomePort, kAllowed},
                             {Hosts, "API.TEST.", 443, kAllowed},
                             {Hosts, "api.test", 80, kNotGranted},
                             {Hosts, "www.api.test", 443, kNotGranted},
                             {Hosts, "db.test", 1, kAllowed},
                             {Hosts, "x.db.test", 1, kNotGranted},
                             {Hosts, "test", 443, kNotGranted},
                             {Hosts, "203.0.113.127", 53, kAllowed},
                             {Hosts, "203.0.113.128", 53, kNotGranted},
                             {Hosts, "203.0.113.1", 54, kNotGranted},
                             {Hosts, "198.51.100.9", 1, kAllowed},
                             {Hosts, "::ffff:198.51.100.9", 1, kAllowed},
                             {Hosts, "198.51.100.8", 1, kNotGranted},
                             {Hosts, "127.0.0.1", 1, kNotGranted},
                         }));

INSTANTIATE_TEST_SUITE_P(MetadataWhateverIsAllowed, DecideHostTest,
                         ::testing::ValuesIn<RuleCase>({
                             {Everything, "1.1.1.1", 80, kAllowed},
                             {Everything, "2606:4700::1111", 80, kAllowed},
                             {Everything, "127.0.0.1", 80, kAllowed},
                             {Everything, "example.com", 80, kNotGranted},
                             {Everything, "169.254.169.254", 80, kNever},
                             {Everything, "169.254.169.254.", 80, kNever},
                             {Everything, " 169.254.169.254 ", 80, kNever},
                             {Everything, "0xa9fea9fe", 80, kNever},
                             {Everything, "0251.0376.0251.0376", 80, kNever},
                             {Everything, "2852039166", 80, kNever},
                             {Everything, "169.254.43518", 80, kNever},
                             {Everything, "::ffff:169.254.169.254", 80, kNever},
                             {Everything, "[::ffff:a9fe:a9fe]", 80, kNever},
                             {Everything, "::a9fe:a9fe", 80, kNever},
                             {Everything, "2002:a9fe:a9fe::1", 80, kNever},
                             {Everything, "64:ff9b::a9fe:a9fe", 80, kNever},
                             {Everything, "fd00:ec2::254", 80, kNever},
                             {Everything, "FD00:EC2:0::254", 80, kNever},
                             {Everything, "fe80::a9fe:a9fe", 80, kNever},
                             {Everything, "fe80::a9fe:a9fe%1", 80, kNever},
                             {Everything, "100.100.100.200", 80, kNever},
                             {Everything, "metadata", 80, kNever},
                             {Everything, "Metadata.", 80, kNever},
                             {Everything, "metadata.google.internal", 80, kNever},
                         }));

INSTANTIATE_TEST_SUITE_P(NoRestriction, DecideHostTest,
                         ::testing::ValuesIn<RuleCase>({
                             {[] { return Policy{}; }, "example.com", 80, kAllowed},
                             {[] { return Policy{}; }, "169.254.169.254", 80, kAllowed},
                         }));

TEST(ShortPrefixTest, OfOneFamilySaysNothingAboutTheOther) {
  const NetworkRules v6 = NetworkRules::Compile({.no_network = true, .allow_host = {"::/0"}});
  EXPECT_EQ(v6.DecideAddress(*IpAddress::Parse("2001:db8::1"), 80), kAllowed);
  EXPECT_EQ(v6.DecideAddress(*IpAddress::Parse("1.2.3.4"), 80), kNotGranted);
  EXPECT_EQ(v6.DecideAddress(*IpAddress::Parse("::ffff:1.2.3.4"), 80), kNotGranted);
  const NetworkRules v4 = NetworkRules::Compile({.no_network = true, .allow_host = {"0.0.0.0/0"}});
  EXPECT_EQ(v4.DecideAddress(*IpAddress::Parse("::ffff:1.2.3.4"), 80), kAllowed);
  EXPECT_EQ(v4.DecideAddress(*IpAddress::Parse("2001:db8::1"), 80), kNotGranted);
}

TEST(LoopbackNameTest, GrantsTheAddressToo) {
  const NetworkRules by_host =
      NetworkRules::Compile({.no_network = true, .allow_host = {"localhost:8080"}});
  EXPECT_EQ(by_host.DecideAddress(*IpAddress::Parse("127.0.0.1"), 8080), kAllowed);
  EXPECT_EQ(by_host.DecideAddress(*IpAddress::Parse("::1"), 8080), kAllowed);
  EXPECT_EQ(by_host.DecideAddress(*IpAddress::Parse("127.0.0.1"), 80), kNotGranted);
  EXPECT_EQ(by_host.DecideAddress(*IpAddress::Parse("10.0.0.1"), 8080), kNotGranted);
  const NetworkRules by_domain =
      NetworkRules::Compile({.no_network = true, .allow_domain = {"localhost"}});
  EXPECT_EQ(by_domain.DecideAddress(*IpAddress::Parse("127.0.0.1"), 80), kAllowed);
}

struct AnswerCase {
  Policy (*policy)();
  const char* name;
  const char* address;
  int port;
  bool want;
};

class AcceptsAnswerTest : public ::testing::TestWithParam<AnswerCase> {};

TEST_P(AcceptsAnswerTest, TakesWhatTheOwnerOfTheNameMayOwn) {
  const NetworkRules rules = NetworkRules::Compile(GetParam().policy());
  EXPECT_EQ(
      rules.AcceptsAnswer(GetParam().name, *IpAddress::Parse(GetParam().address), GetParam().port),
      GetParam().want)
      << GetParam().name << " " << GetParam().address;
}

INSTANTIATE_TEST_SUITE_P(Answers, AcceptsAnswerTest,
                         ::testing::ValuesIn<AnswerCase>({
                             {Domains, "example.com", "93.184.216.34", 80, true},
                             {Domains, "www.example.com", "2606:2800::1", 80, true},
                             {Domains, "example.com", "10.0.0.1", 80, true},
                             {Domains, "evil.org", "93.184.216.34", 80, false},
                             {Domains, "example.com", "127.0.0.1", 80, false},
                             {Domains, "example.com", "::1", 80, false},
                             {Domains, "example.com", "::ffff:127.0.0.1", 80, false},
                             {Domains, "example.com", "0.0.0.0", 80, false},
                             {Domains, "example.com", "169.254.1.1", 80, false},
                             {Domains, "example.com", "fe80::1", 80, false},
                             {Domains, "example.com", "224.0.0.251", 80, false},
                             {Domains, "example.com", "169.254.169.254", 80, false},
                             {Domains, "example.com", "100.100.100.200", 80, false},
                             {Domains, "example.com", "64:ff9b::a9fe:a9fe", 80, false},
                             {Domains, "metadata.google.internal", "10.0.0.1", 80, false},
                             {Hosts, "api.test", "203.0.113.200", 443, true},
                             {Hosts, "api.test", "203.0.113.200", 80, false},
                             {Hosts, "api.test", "10.0.0.1", 80, true},
                             {Hosts, "other.test", "203.0.113.200", 443, false},
                             {Localhost, "localhost", "127.0.0.1", 80, true},
                             {Localhost, "localhost", "203.0.113.200", 80, true},
                         }));

struct BindCase {
  const char* host;
  bool want;
};

class IsBindableTest : public ::testing::TestWithParam<BindCase> {};

TEST_P(IsBindableTest, TakesLoopbackAlone) {
  EXPECT_EQ(IsBindable(*ParseHost(GetParam().host)), GetParam().want) << GetParam().host;
}

INSTANTIATE_TEST_SUITE_P(Hosts, IsBindableTest,
                         ::testing::ValuesIn<BindCase>({
                             {"127.0.0.1", true},
                             {"127.3.2.1", true},
                             {"127.1", true},
                             {"::1", true},
                             {"[::1]", true},
                             {"::ffff:127.0.0.1", true},
                             {"localhost", true},
                             {"Localhost.", true},
                             {"ip6-localhost", true},
                             {"", false},
                             {"0.0.0.0", false},
                             {"0", false},
                             {"::", false},
                             {"::ffff:0.0.0.0", false},
                             {"<broadcast>", false},
                             {"192.168.0.1", false},
                             {"2001:db8::1", false},
                             {"example.com", false},
                             {"evil.localhost", false},
                         }));

struct GrantCase {
  const char* host;
  int port;
  const char* want;
};

class GrantForTest : public ::testing::TestWithParam<GrantCase> {};

TEST_P(GrantForTest, NamesTheNarrowestOption) {
  EXPECT_EQ(GrantFor(*ParseHost(GetParam().host), GetParam().port), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(Grants, GrantForTest,
                         ::testing::ValuesIn<GrantCase>({
                             {"api.example.com", 443, "--allow-domain api.example.com"},
                             {"API.Example.com.", kSomePort, "--allow-domain api.example.com"},
                             {"127.0.0.1", 80, "--allow-localhost"},
                             {"localhost", 80, "--allow-localhost"},
                             {"0.0.0.0", 80, "--allow-localhost"},
                             {"1.2.3.4", 80, "--allow-host 1.2.3.4:80"},
                             {"0x01020304", 80, "--allow-host 1.2.3.4:80"},
                             {"1.2.3.4", kSomePort, "--allow-host 1.2.3.4"},
                             {"1.2.3.4", 70000, "--allow-host 1.2.3.4"},
                             {"2001:db8::1", 80, "--allow-host [2001:db8::1]:80"},
                             {"2001:db8::1", kSomePort, "--allow-host 2001:db8::1"},
                             {"", 80, ""},
                             {"not a name", 80, ""},
                         }));

TEST(GrantForTest, SuggestsWhatTheRulesThenAccept) {
  for (const char* text : {"1.2.3.4", "2001:db8::1", "api.example.com", "127.0.0.1"}) {
    const HostText host = *ParseHost(text);
    const std::string grant = GrantFor(host, 443);
    Policy policy{.no_network = true};
    const std::string value = grant.substr(grant.find(' ') + 1);
    if (grant == "--allow-localhost") policy.allow_localhost = true;
    if (grant.starts_with("--allow-host ")) policy.allow_host = {value};
    if (grant.starts_with("--allow-domain ")) policy.allow_domain = {value};
    EXPECT_EQ(NetworkRules::Compile(policy).DecideHost(host, 443), kAllowed) << grant;
  }
}

TEST(AllowsUnixTest, FollowsEitherOption) {
  EXPECT_FALSE(NetworkRules::Compile(NoNetwork()).AllowsUnix());
  EXPECT_FALSE(NetworkRules::Compile(Domains()).AllowsUnix());
  EXPECT_TRUE(NetworkRules::Compile(Localhost()).AllowsUnix());
  EXPECT_TRUE(NetworkRules::Compile({.no_network = true, .allow_unix = true}).AllowsUnix());
}

}  // namespace
}  // namespace hermetic
