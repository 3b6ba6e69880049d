#include "guards/kernel/dns_message.h"

#include <netinet/in.h>

#include <string>

#include "gtest/gtest.h"

namespace hermetic::kernel {
namespace {

// The literals have zero bytes inside.
using namespace std::string_literals;  // NOLINT(google-build-using-namespace)

constexpr char kHeaderBytes[] = "\x12\x34\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00";
std::string Header() { return {kHeaderBytes, sizeof(kHeaderBytes) - 1}; }
const std::string kQuestion = "\3WWW\7example\3com\0\0\1\0\1"s;

std::optional<DnsQuestion> Parse(const std::string& message) {
  return ParseQuestion({message.data(), message.size()});
}

TEST(ParseQuestionTest, ReadsNameAndType) {
  const auto question = Parse(Header() + kQuestion);
  ASSERT_TRUE(question.has_value());
  EXPECT_EQ(question->id, 0x1234);
  EXPECT_EQ(question->name, "www.example.com");
  EXPECT_EQ(question->type, static_cast<uint16_t>(DnsType::kA));
}

TEST(ParseQuestionTest, IgnoresWhatFollows) {
  EXPECT_TRUE(Parse(Header() + kQuestion + "EDNS options").has_value());
}

struct BadCase {
  const char* name;
  std::string message;
};
class BadQuestionTest : public testing::TestWithParam<BadCase> {};

TEST_P(BadQuestionTest, IsNoQuestion) { EXPECT_FALSE(Parse(GetParam().message).has_value()); }

INSTANTIATE_TEST_SUITE_P(Messages, BadQuestionTest,
                         testing::ValuesIn<BadCase>({
                             {"Empty", ""},
                             {"HeaderOnly", Header()},
                             {"Cut", Header() + "\3WWW\7exam"},
                             {"CutBehindTheName", Header() + "\3www\0\0"s},
                             {"CompressedName", Header() + "\xc0\x0c\0\1\0\1"s},
                             {"DotWithinALabel", Header() + "\7a.b.com\0\0\1\0\1"s},
                             {"ZeroWithinALabel", Header() + "\5a\0b.c\0\0\1\0\1"s},
                             {"OtherClass", Header() + "\3www\0\0\1\0\3"s},
                             {"Answer", "\x12\x34\x81\x00\x00\x01\0\0\0\0\0\0"s + kQuestion},
                             {"TwoQuestions",
                              "\x12\x34\x01\x00\x00\x02\0\0\0\0\0\0"s + kQuestion + kQuestion},
                         }),
                         [](const auto& test) { return test.param.name; });

SocketAddress V4(uint8_t last) {
  sockaddr_in address{.sin_family = AF_INET};
  address.sin_addr.s_addr = htonl(0xc0000200U | last);
  return SocketAddress({reinterpret_cast<const char*>(&address), sizeof(address)});
}

TEST(MakeAnswerTest, HasOneRecordForEachAddressOfTheFamily) {
  const auto question = Parse(Header() + kQuestion);
  const SocketAddress addresses[] = {V4(1), SocketAddress::Loopback(AF_INET6, 0), V4(2)};
  const std::vector<char> answer = MakeAnswer(*question, DnsAnswer::kNoError, addresses);
  const std::string text(answer.begin(), answer.end());
  EXPECT_EQ(text.substr(0, 12), "\x12\x34\x81\x80\0\1\0\2\0\0\0\0"s);
  EXPECT_EQ(text.substr(12, kQuestion.size()), kQuestion);
  EXPECT_EQ(text.substr(12 + kQuestion.size()),
            "\xc0\x0c\0\1\0\1\0\0\0\x1e\0\4\xc0\0\2\1"
            "\xc0\x0c\0\1\0\1\0\0\0\x1e\0\4\xc0\0\2\2"s);
}

TEST(MakeAnswerTest, SaysThatThereIsNoSuchName) {
  const auto question = Parse(Header() + kQuestion);
  const std::vector<char> answer = MakeAnswer(*question, DnsAnswer::kNoName, {});
  EXPECT_EQ(answer[3] & 0xf, 3);
  EXPECT_EQ(answer.size(), 12 + kQuestion.size());
}

}  // namespace
}  // namespace hermetic::kernel
