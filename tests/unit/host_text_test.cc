#include "guards/host_text.h"

#include <gtest/gtest.h>

#include <string_view>

namespace hermetic {
namespace {

using namespace std::string_view_literals;

struct HostCase {
  std::string_view text;
  const char* address;  // Null: a name.
  const char* name;     // Empty for an address.
  const char* canonical;
};

class ParseHostTest : public ::testing::TestWithParam<HostCase> {};

TEST_P(ParseHostTest, FindsTheOneFormOfEverySpelling) {
  const std::optional<HostText> host = ParseHost(GetParam().text);
  ASSERT_TRUE(host);
  EXPECT_EQ(host->address ? host->address->ToString() : "a name",
            GetParam().address != nullptr ? GetParam().address : "a name");
  EXPECT_EQ(host->name, GetParam().name);
  EXPECT_EQ(host->canonical, GetParam().canonical);
}

INSTANTIATE_TEST_SUITE_P(
    Spellings, ParseHostTest,
    ::testing::ValuesIn<HostCase>({
        {"example.com", nullptr, "example.com", "example.com"},
        {"EXAMPLE.Com", nullptr, "example.com", "EXAMPLE.Com"},
        {"example.com.", nullptr, "example.com", "example.com."},
        {"example.com..", nullptr, "example.com", "example.com.."},
        {" example.com\t", nullptr, "example.com", "example.com"},
        {"\nexample.com\n", nullptr, "example.com", "example.com"},
        {"exa mple.com", nullptr, "exa mple.com", "exa mple.com"},
        {"xn--bcher-kva.example", nullptr, "xn--bcher-kva.example", "xn--bcher-kva.example"},
        // U+3002 and U+FF0E: CPython hands over dots instead; in bytes
        // they are no dots to the C library either.
        {"example\xe3\x80\x82"
         "com",
         nullptr,
         "example\xe3\x80\x82"
         "com",
         "example\xe3\x80\x82"
         "com"},
        {"1.2.3.4", "1.2.3.4", "", "1.2.3.4"},
        {"1.2.3.4.", "1.2.3.4", "", "1.2.3.4"},
        {" 127.1 ", "127.0.0.1", "", "127.1"},
        {"0x7F.1", "127.0.0.1", "", "0x7F.1"},
        {"[::1]", "::1", "", "::1"},
        {" [::1] ", "::1", "", "::1"},
        {"[::1].", "::1", "", "::1"},
        {"::1", "::1", "", "::1"},
        {"fe80::1%1", "fe80::1", "", "fe80::1%1"},
        {"fe80::1%nosuchdevice", nullptr, "fe80::1%nosuchdevice", "fe80::1%nosuchdevice"},
        {"<broadcast>", "255.255.255.255", "", "<broadcast>"},
        {"", nullptr, "", ""},
        {"   ", nullptr, "", ""},
        {".", nullptr, "", "."},
        {"[]", nullptr, "[]", "[]"},
        {"[example.com]", nullptr, "example.com", "[example.com]"},
    }));

TEST(ParseHostTest, RefusesControlCharactersInside) {
  EXPECT_EQ(ParseHost("evil.org\0.example.com"sv), std::nullopt);
  EXPECT_EQ(ParseHost("evil.org\n.example.com"), std::nullopt);
  EXPECT_EQ(ParseHost("a\x7f.example.com"), std::nullopt);
  EXPECT_EQ(ParseHost("127.0.0.1\0"sv), std::nullopt);
}

TEST(LoopbackNameTest, KnowsFixedNamesOnly) {
  EXPECT_TRUE(IsLoopbackName("localhost"));
  EXPECT_TRUE(IsLoopbackName("localhost.localdomain"));
  EXPECT_TRUE(IsLoopbackName("ip6-localhost"));
  EXPECT_FALSE(IsLoopbackName("secret.localhost"));
  EXPECT_FALSE(IsLoopbackName("localhost.evil.org"));
  EXPECT_FALSE(IsLoopbackName("notlocalhost"));
  EXPECT_FALSE(IsLoopbackName(""));
}

TEST(MetadataNameTest, KnowsTheEndpointsOfTheClouds) {
  EXPECT_TRUE(IsMetadataName("metadata.google.internal"));
  EXPECT_TRUE(IsMetadataName("metadata"));
  EXPECT_FALSE(IsMetadataName("metadata.example.com"));
  EXPECT_FALSE(IsMetadataName("google.internal"));
}

}  // namespace
}  // namespace hermetic
