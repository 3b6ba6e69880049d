#include "guards/kernel/syscall_filter.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <chrono>

#include "gtest/gtest.h"
#include "guards/kernel/filter_rules.h"
#include "tests/unit/bpf_evaluator.h"

namespace hermetic::kernel {
namespace {

constexpr uint32_t kAsk = SECCOMP_RET_USER_NOTIF;
constexpr uint32_t kAllow = SECCOMP_RET_ALLOW;
constexpr uint32_t Error(int error) { return SECCOMP_RET_ERRNO | static_cast<uint32_t>(error); }

enum class Rules : uint8_t {
  kHardening,
  kMetadata,
  kProcesses,
  kRefused,
  kRefusedButUnix,
  kLoopback,
  kLoopbackWithoutTracing,
  kOnBehalf,
  kOnBehalfAndLoopback,
  kNative,
  kMemfd,
  kSupervisor,
};

SyscallRules Make(Rules rules) {
  switch (rules) {
    case Rules::kHardening:
      return HardeningRules();
    case Rules::kMetadata:
      return MetadataRules();
    case Rules::kProcesses:
      return ProcessRules();
    case Rules::kRefused:
      return NetworkRulesFor({NetworkMode::kRefused, false, false});
    case Rules::kRefusedButUnix:
      return NetworkRulesFor({NetworkMode::kRefused, false, true});
    case Rules::kLoopback:
      return NetworkRulesFor({NetworkMode::kLoopback, true, true});
    case Rules::kLoopbackWithoutTracing:
      return NetworkRulesFor({NetworkMode::kLoopback, false, true});
    case Rules::kOnBehalf:
      return NetworkRulesFor({NetworkMode::kOnBehalf, false, false});
    case Rules::kOnBehalfAndLoopback:
      return NetworkRulesFor({NetworkMode::kOnBehalf, true, true});
    case Rules::kNative:
      return NativeCodeRules();
    case Rules::kMemfd:
      return MemfdRules();
    case Rules::kSupervisor:
      return SupervisorRules();
  }
  return {};
}

struct Case {
  const char* name;
  Rules rules;
  const char* syscall;
  Arguments arguments;
  uint32_t want;
};

// All that a 32-bit argument ignores.
constexpr uint64_t kHigh = 0xdeadbeef00000000;

const Case kCases[] = {
    {"PtraceIsRefused", Rules::kHardening, "ptrace", {}, Error(EPERM)},
    {"ReadIsNot", Rules::kHardening, "read", {}, kAllow},
    {"MemfdIsNot", Rules::kHardening, "memfd_create", {}, kAllow},
    {"Clone3FallsBack", Rules::kHardening, "clone3", {}, Error(ENOSYS)},
    {"IoUringFallsBack", Rules::kHardening, "io_uring_setup", {}, Error(ENOSYS)},
    {"ForkIsAClone", Rules::kHardening, "clone", {0x11}, kAllow},
    {"NewUserNamespace", Rules::kHardening, "clone", {0x10000011}, Error(EPERM)},
    {"NewNetworkNamespaceWithNoise",
     Rules::kHardening,
     "clone",
     {kHigh | 0x40000011},
     Error(EPERM)},
    {"PersonalityQuery", Rules::kHardening, "personality", {0xffffffff}, kAllow},
    {"PersonalityChange", Rules::kHardening, "personality", {0x0400000}, Error(EPERM)},
    {"OwnLimit", Rules::kHardening, "prlimit64", {0, 0, 1}, kAllow},
    {"LimitOfAnotherAsked", Rules::kHardening, "prlimit64", {7, 0, 0, 1}, kAllow},
    {"LimitOfAnother", Rules::kHardening, "prlimit64", {7, 0, 1}, Error(EPERM)},
    {"LimitOfAnotherFromFarAway",
     Rules::kHardening,
     "prlimit64",
     {kHigh | 7, 0, 0x700000000},
     Error(EPERM)},
    {"TypingIntoTheTerminal", Rules::kHardening, "ioctl", {0, 0x5412}, Error(EPERM)},
    {"TypingWithNoise", Rules::kHardening, "ioctl", {0, kHigh | 0x5412}, Error(EPERM)},
    {"TerminalSize", Rules::kHardening, "ioctl", {0, 0x5413}, kAllow},
    {"YoungestCall", Rules::kMetadata, "file_setattr", {}, Error(EPERM)},
    {"ChangeOfModeByDescriptor", Rules::kMetadata, "fchmod", {}, Error(EPERM)},
    {"InodeFlags", Rules::kMetadata, "ioctl", {3, 0x40086602}, Error(EPERM)},
    {"Verity", Rules::kMetadata, "ioctl", {3, 0x40806685}, Error(EPERM)},
    {"Subvolume", Rules::kMetadata, "ioctl", {3, 0x5000940e}, Error(EOPNOTSUPP)},
    {"ReadingInodeFlags", Rules::kMetadata, "ioctl", {3, 0x80086601}, kAllow},
    {"Stat", Rules::kMetadata, "fstat", {}, kAllow},
    {"Thread", Rules::kProcesses, "clone", {0x3d0f00}, kAllow},
    {"Fork", Rules::kProcesses, "clone", {0x1200011}, Error(EPERM)},
    {"Vfork", Rules::kProcesses, "clone", {0x4111}, Error(EPERM)},
    {"Exec", Rules::kProcesses, "execve", {}, Error(EPERM)},
    {"ExecByDescriptor", Rules::kProcesses, "execveat", {}, Error(EPERM)},
    {"AnySocket", Rules::kRefused, "socket", {AF_UNIX, SOCK_STREAM}, Error(EPERM)},
    {"SocketPair", Rules::kRefused, "socketpair", {AF_UNIX, SOCK_STREAM}, kAllow},
    {"SequencedPair", Rules::kRefused, "socketpair", {AF_UNIX, SOCK_SEQPACKET}, kAllow},
    {"DatagramPair", Rules::kRefused, "socketpair", {AF_UNIX, SOCK_DGRAM}, Error(EPERM)},
    {"RawPair", Rules::kRefused, "socketpair", {AF_UNIX, SOCK_RAW}, Error(EPERM)},
    {"OtherPair", Rules::kRefusedButUnix, "socketpair", {AF_TIPC, SOCK_DGRAM}, Error(EPERM)},
    {"DatagramPairOnBehalf", Rules::kOnBehalf, "socketpair", {AF_UNIX, SOCK_DGRAM}, Error(EPERM)},
    {"DatagramPairWithUnix", Rules::kLoopback, "socketpair", {AF_UNIX, SOCK_DGRAM}, kAllow},
    {"MessageQueue", Rules::kRefused, "msgsnd", {}, Error(EPERM)},
    {"QueueWithAPath", Rules::kOnBehalf, "mq_open", {}, Error(EPERM)},
    {"SharedSegment", Rules::kRefused, "shmat", {}, Error(EPERM)},
    {"SharedSegmentWithUnix", Rules::kRefusedButUnix, "shmat", {}, kAllow},
    {"UnixWhereAllowed", Rules::kRefusedButUnix, "socket", {AF_UNIX, SOCK_STREAM}, kAllow},
    {"InetBesideUnix", Rules::kRefusedButUnix, "socket", {AF_INET, SOCK_STREAM}, Error(EPERM)},
    {"LoopbackStream", Rules::kLoopback, "socket", {AF_INET, SOCK_STREAM | SOCK_CLOEXEC}, kAllow},
    {"LoopbackStreamTcp", Rules::kLoopback, "socket", {AF_INET6, SOCK_STREAM, IPPROTO_TCP}, kAllow},
    {"LoopbackDatagram", Rules::kLoopback, "socket", {AF_INET, SOCK_DGRAM | SOCK_NONBLOCK}, kAsk},
    {"LoopbackNoise", Rules::kLoopback, "socket", {kHigh | AF_INET, kHigh | SOCK_DGRAM}, kAsk},
    {"LoopbackConnect", Rules::kLoopback, "connect", {}, kAsk},
    {"LoopbackListen", Rules::kLoopback, "listen", {}, kAsk},
    {"LoopbackFastOpen",
     Rules::kLoopback,
     "sendto",
     {3, 0, 0, 0x20000000, 0, 16},
     Error(EOPNOTSUPP)},
    {"HandedOutStream", Rules::kLoopbackWithoutTracing, "socket", {AF_INET, SOCK_STREAM}, kAsk},
    {"NoDatagramsWithoutTracing",
     Rules::kLoopbackWithoutTracing,
     "socket",
     {AF_INET6, SOCK_DGRAM},
     Error(EACCES)},
    {"BindOfAHandedOutStream", Rules::kLoopbackWithoutTracing, "bind", {}, kAllow},
    {"Raw", Rules::kLoopback, "socket", {AF_INET, SOCK_RAW, IPPROTO_TCP}, Error(EPROTONOSUPPORT)},
    {"Mptcp", Rules::kLoopback, "socket", {AF_INET, SOCK_STREAM, 262}, Error(EPROTONOSUPPORT)},
    {"Ping",
     Rules::kLoopback,
     "socket",
     {AF_INET, SOCK_DGRAM, IPPROTO_ICMP},
     Error(EPROTONOSUPPORT)},
    {"Packet", Rules::kLoopback, "socket", {AF_PACKET, SOCK_DGRAM}, Error(EAFNOSUPPORT)},
    {"Vsock", Rules::kLoopback, "socket", {AF_VSOCK, SOCK_STREAM}, Error(EAFNOSUPPORT)},
    {"Interfaces", Rules::kLoopback, "socket", {AF_NETLINK, SOCK_RAW, 0}, kAllow},
    {"OtherNetlink", Rules::kLoopback, "socket", {AF_NETLINK, SOCK_RAW, 4}, Error(EPROTONOSUPPORT)},
    {"Unix", Rules::kLoopback, "socket", {AF_UNIX, SOCK_STREAM}, kAllow},
    {"LeavingTheDevice", Rules::kLoopback, "setsockopt", {3, SOL_SOCKET, 25}, Error(EPERM)},
    {"LeavingByIndex", Rules::kLoopback, "setsockopt", {3, SOL_SOCKET, 62}, Error(EPERM)},
    {"SourceRoute", Rules::kOnBehalf, "setsockopt", {3, IPPROTO_IP, 4}, Error(EPERM)},
    {"SourceRouteOfIpv6",
     Rules::kOnBehalf,
     "setsockopt",
     {3, kHigh | IPPROTO_IPV6, kHigh | 57},
     Error(EPERM)},
    {"NoDelay", Rules::kOnBehalf, "setsockopt", {3, IPPROTO_TCP, 1}, kAllow},
    {"OtherLevelSameNumber", Rules::kLoopback, "setsockopt", {3, IPPROTO_TCP, 25}, kAllow},
    {"Message", Rules::kLoopback, "sendmsg", {}, kAsk},
    {"Datagram", Rules::kLoopback, "sendto", {3, 0, 0, 0, 0, 16}, kAsk},
    {"PlainSend", Rules::kLoopback, "sendto", {3, 0, 0, 0, 0, 0}, kAllow},
    {"Messages", Rules::kLoopback, "sendmmsg", {}, kAsk},
    {"BindToLoopbackDevice", Rules::kLoopback, "bind", {}, kAsk},
    {"TcpIsFree", Rules::kOnBehalf, "socket", {AF_INET, SOCK_STREAM}, kAllow},
    {"UdpIsNot", Rules::kOnBehalf, "socket", {AF_INET, SOCK_DGRAM}, Error(EACCES)},
    {"UnixIsNot", Rules::kOnBehalf, "socket", {AF_UNIX, SOCK_STREAM}, Error(EAFNOSUPPORT)},
    {"Connect", Rules::kOnBehalf, "connect", {}, kAsk},
    {"Bind", Rules::kOnBehalf, "bind", {}, kAsk},
    {"Listen", Rules::kOnBehalf, "listen", {}, kAsk},
    {"FastOpen", Rules::kOnBehalf, "sendto", {3, 0, 0, 0x20000000}, Error(EOPNOTSUPP)},
    {"FastOpenMessage", Rules::kOnBehalf, "sendmsg", {3, 0, 0x20000040}, Error(EOPNOTSUPP)},
    {"FastOpenMessages", Rules::kOnBehalf, "sendmmsg", {3, 0, 1, 0x20000000}, Error(EOPNOTSUPP)},
    {"PlainMessage", Rules::kOnBehalf, "sendmsg", {3, 0, 0x40}, kAllow},
    {"FastOpenBeforeAsking",
     Rules::kOnBehalfAndLoopback,
     "sendmsg",
     {3, 0, 0x20000000},
     Error(EOPNOTSUPP)},
    {"DatagramsBeside", Rules::kOnBehalfAndLoopback, "socket", {AF_INET, SOCK_DGRAM}, kAsk},
    {"ExecutableMapping", Rules::kNative, "mmap", {0, 4096, 5}, Error(EPERM)},
    {"WritableMapping", Rules::kNative, "mmap", {0, 4096, 3}, kAllow},
    {"MadeExecutable", Rules::kNative, "mprotect", {0, 4096, 4}, Error(EPERM)},
    {"ExecutableSharedMemory", Rules::kNative, "shmat", {0, 0, 0100000}, Error(EPERM)},
    {"MemfdThatRuns", Rules::kMemfd, "memfd_create", {0, 1}, Error(EPERM)},
    {"MemfdThatNeverRuns", Rules::kMemfd, "memfd_create", {0, 9}, kAllow},
    {"SupervisorReads", Rules::kSupervisor, "process_vm_readv", {}, kAllow},
    {"SupervisorTracesNot", Rules::kSupervisor, "ptrace", {}, Error(EPERM)},
    {"SupervisorStartsNothing", Rules::kSupervisor, "execve", {}, Error(EPERM)},
};

class FilterTest : public testing::TestWithParam<std::tuple<Case, Arch>> {};

TEST_P(FilterTest, Answers) {
  const auto& [test, arch] = GetParam();
  const auto number = SyscallNumber(test.syscall, arch);
  ASSERT_TRUE(number.ok()) << number.status();
  if (*number < 0) GTEST_SKIP() << test.syscall << " does not exist on this architecture";
  const auto program = CompileFilter(Make(test.rules), arch);
  ASSERT_TRUE(program.ok()) << program.status();
  EXPECT_EQ(EvaluateCall(*program, arch, *number, test.arguments), test.want);
}

INSTANTIATE_TEST_SUITE_P(Calls, FilterTest,
                         testing::Combine(testing::ValuesIn(kCases),
                                          testing::Values(Arch::kX86_64, Arch::kAArch64)),
                         [](const auto& test) {
                           return std::string(std::get<0>(test.param).name) +
                                  (std::get<1>(test.param) == Arch::kX86_64 ? "_x86_64"
                                                                            : "_aarch64");
                         });

TEST(CompileFilterTest, AForeignArchitectureEndsTheProcess) {
  const auto program = CompileFilter(HardeningRules(), Arch::kX86_64);
  seccomp_data data{.nr = 11, .arch = AUDIT_ARCH_I386};
  EXPECT_EQ(Evaluate(*program, data), SECCOMP_RET_KILL_PROCESS);
}

TEST(CompileFilterTest, X32NumbersAreUnknown) {
  const auto program = CompileFilter({}, Arch::kX86_64);
  EXPECT_EQ(EvaluateCall(*program, Arch::kX86_64, 0x40000000 | 59), Error(ENOSYS));
}

TEST(CompileFilterTest, ATypingErrorIsNoHole) {
  const auto program = CompileFilter({{"chmood", EPERM, {}}}, kNativeArch);
  EXPECT_EQ(program.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_NE(program.status().message().find("chmood"), absl::string_view::npos);
}

TEST(CompileFilterTest, ARefusalComesBeforeAQuestion) {
  const auto program = CompileFilter(
      {{"connect", SyscallRule::kAskSupervisor, {}}, {"connect", EPERM, {Equals(0, 3)}}},
      kNativeArch);
  const int connect = *SyscallNumber("connect", kNativeArch);
  EXPECT_EQ(EvaluateCall(*program, kNativeArch, connect, {3}), Error(EPERM));
  EXPECT_EQ(EvaluateCall(*program, kNativeArch, connect, {4}), kAsk);
}

TEST(CompileFilterTest, EveryRuleOfEveryTableAnswersOnBothArchitectures) {
  for (const Arch arch : {Arch::kX86_64, Arch::kAArch64}) {
    SyscallRules rules = HardeningRules();
    for (const SyscallRule& rule : MetadataRules()) rules.push_back(rule);
    for (const SyscallRule& rule : ProcessRules()) rules.push_back(rule);
    const auto program = CompileFilter(rules, arch);
    ASSERT_TRUE(program.ok()) << program.status();
    for (const SyscallRule& rule : rules) {
      const int number = *SyscallNumber(rule.syscall, arch);
      if (number < 0 || !rule.when.empty()) continue;
      EXPECT_EQ(EvaluateCall(*program, arch, number), Error(rule.error)) << rule.syscall;
    }
  }
}

TEST(CompileFilterTest, CallsWithoutRulesAreAllowed) {
  const SyscallRules rules = MetadataRules();
  const auto program = CompileFilter(rules, kNativeArch);
  for (int number = 0; number < 500; ++number) {
    const bool ruled = std::any_of(rules.begin(), rules.end(), [&](const SyscallRule& rule) {
      return *SyscallNumber(rule.syscall, kNativeArch) == number;
    });
    if (ruled) continue;
    EXPECT_EQ(EvaluateCall(*program, kNativeArch, number), kAllow) << number;
  }
}

TEST(CompileFilterTest, ARefusalBySignalCarriesItsNumber) {
  const auto program = CompileFilter({{"ptrace", EPERM, {}, {}, 7}}, kNativeArch);
  const int ptrace = *SyscallNumber("ptrace", kNativeArch);
  EXPECT_EQ(EvaluateCall(*program, kNativeArch, ptrace), SECCOMP_RET_TRAP | 7U);
}

TEST(NetworkRulesTest, LeaveTheTreeTheMemoryThatItSharesItself) {
  size_t found = 0;
  for (const SyscallRule& rule :
       NetworkRulesFor({.mode = NetworkMode::kRefused, .own_segment = 7})) {
    if (rule.syscall != "shmat" && rule.syscall != "shmctl") continue;
    EXPECT_EQ(rule.when, std::vector<ArgTest>{Differs(0, 7)});
    ++found;
  }
  EXPECT_EQ(found, 2U);
}

TEST(DescribeRulesTest, SaysWhatAndWhen) {
  EXPECT_EQ(Describe(SyscallRules{{"connect", SyscallRule::kAskSupervisor, {}},
                                  {"clone", EPERM, {NoneOf(0, 0x10000)}},
                                  {"ptrace", EPERM, {}}}),
            "connect: ask supervisor\nclone (arg0 & 0x10000 == 0x0), ptrace: EPERM\n");
}

}  // namespace
}  // namespace hermetic::kernel
