#include "guards/kernel/filter_rules.h"

#include <fcntl.h>
#include <linux/sched.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <iterator>

#include "absl/algorithm/container.h"

namespace hermetic::kernel {
namespace {

struct RefusedCall {
  absl::string_view syscall;
  absl::string_view reason;
};

constexpr absl::string_view kOtherProcess = "reads or writes the memory of another process";
constexpr absl::string_view kMachine = "changes the machine, not the program";
constexpr absl::string_view kMounts = "changes what paths mean";
constexpr absl::string_view kSurface = "kernel attack surface that programs do without";
constexpr absl::string_view kKeys = "secrets of other processes";
constexpr absl::string_view kPlacement = "moves pages of other processes";

constexpr RefusedCall kHardening[] = {
    {"ptrace", kOtherProcess},
    {"process_vm_readv", kOtherProcess},
    {"process_vm_writev", kOtherProcess},
    {"kcmp", kOtherProcess},
    {"pidfd_getfd", kOtherProcess},
    {"process_madvise", kOtherProcess},
    {"process_mrelease", kOtherProcess},
    {"bpf", kSurface},
    {"perf_event_open", kSurface},
    {"userfaultfd", kSurface},
    {"keyctl", kKeys},
    {"add_key", kKeys},
    {"request_key", kKeys},
    {"mount", kMounts},
    {"umount2", kMounts},
    {"open_tree", kMounts},
    {"open_tree_attr", kMounts},
    {"move_mount", kMounts},
    {"fsopen", kMounts},
    {"fsconfig", kMounts},
    {"fsmount", kMounts},
    {"fspick", kMounts},
    {"mount_setattr", kMounts},
    {"pivot_root", kMounts},
    {"chroot", kMounts},
    {"setns", "enters the namespaces of another process"},
    {"unshare", "new namespaces bring new privileges"},
    {"kexec_load", kMachine},
    {"kexec_file_load", kMachine},
    {"init_module", kMachine},
    {"finit_module", kMachine},
    {"delete_module", kMachine},
    {"reboot", kMachine},
    {"swapon", kMachine},
    {"swapoff", kMachine},
    {"acct", kMachine},
    {"quotactl", kMachine},
    {"quotactl_fd", kMachine},
    {"iopl", kMachine},
    {"ioperm", kMachine},
    {"modify_ldt", kSurface},
    {"settimeofday", kMachine},
    {"clock_settime", kMachine},
    {"clock_adjtime", kMachine},
    {"adjtimex", kMachine},
    {"sethostname", kMachine},
    {"setdomainname", kMachine},
    {"syslog", "addresses of the kernel"},
    {"vhangup", kMachine},
    {"open_by_handle_at", "opens files past every directory on their path"},
    {"fanotify_init", "watches the files of the whole machine"},
    {"migrate_pages", kPlacement},
    {"move_pages", kPlacement},
};

constexpr absl::string_view kMetadata = "Landlock does not cover metadata";
constexpr absl::string_view kMetadataCalls[] = {
    "chmod",        "fchmod",        "fchmodat",     "fchmodat2",  "chown",       "fchown",
    "lchown",       "fchownat",      "utime",        "utimes",     "futimesat",   "utimensat",
    "setxattr",     "lsetxattr",     "fsetxattr",    "setxattrat", "removexattr", "lremovexattr",
    "fremovexattr", "removexattrat", "file_setattr",
};

// include/uapi/linux: newer than the headers we build with, or in headers that
// clash with libc's.
constexpr uint32_t kNewNamespaces = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC |
                                    CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET;
constexpr uint32_t kTiocsti = 0x5412;
constexpr uint32_t kTioclinux = 0x541C;
constexpr uint32_t kFsIocSetflags = 0x40086602;
constexpr uint32_t kFsIoc32Setflags = 0x40046602;
constexpr uint32_t kFsIocFssetxattr = 0x401C5820;
constexpr uint32_t kMfdNoexecSeal = 8;
constexpr uint32_t kProtExec = 4;
constexpr uint32_t kShmExec = 0100000;
constexpr uint32_t kPersonalityQuery = 0xffffffff;
constexpr uint32_t kMsgFastopen = 0x20000000;
constexpr uint32_t kSoBindtodevice = 25;
constexpr uint32_t kSoBindtoifindex = 62;
constexpr uint32_t kSocketTypeMask = 0xf;  // The rest is SOCK_CLOEXEC and SOCK_NONBLOCK.
constexpr uint32_t kNetlinkRoute = 0;

// How the supervisor reads arguments, writes the length of a message and acts
// on a descriptor.
constexpr absl::string_view kSupervisorNeeds[] = {"process_vm_readv", "process_vm_writev",
                                                  "pidfd_getfd"};

void Append(SyscallRules& rules, SyscallRules more) {
  rules.insert(rules.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

ArgTest TypeEquals(uint32_t type) { return {1, ArgTest::Op::kEqual, type, kSocketTypeMask}; }
ArgTest TypeDiffers(uint32_t type) { return {1, ArgTest::Op::kNotEqual, type, kSocketTypeMask}; }

// Families that are left alone, refused, and the forms of inet sockets that
// stay possible at all. `datagrams`: what happens to socket(AF_INET, SOCK_DGRAM).
SyscallRules SocketRules(const NetworkPlan& plan) {
  SyscallRules rules;
  std::vector<ArgTest> other{Differs(0, AF_INET), Differs(0, AF_INET6), Differs(0, AF_NETLINK)};
  if (plan.unix_sockets) other.push_back(Differs(0, AF_UNIX));
  rules.push_back({"socket", EAFNOSUPPORT, other, "family not supervised"});
  rules.push_back({"socket",
                   EPROTONOSUPPORT,
                   {Equals(0, AF_NETLINK), Differs(2, kNetlinkRoute)},
                   "only the list of interfaces"});
  for (const uint32_t family : {AF_INET, AF_INET6}) {
    const ArgTest inet = Equals(0, family);
    rules.push_back({"socket",
                     EPROTONOSUPPORT,
                     {inet, TypeDiffers(SOCK_STREAM), TypeDiffers(SOCK_DGRAM)},
                     "raw packets pass every address rule"});
    rules.push_back({"socket",
                     EPROTONOSUPPORT,
                     {inet, TypeEquals(SOCK_STREAM), Differs(2, 0), Differs(2, IPPROTO_TCP)},
                     "MPTCP and others pass the rules for TCP"});
    rules.push_back({"socket",
                     EPROTONOSUPPORT,
                     {inet, TypeEquals(SOCK_DGRAM), Differs(2, 0), Differs(2, IPPROTO_UDP)},
                     "ping sockets and UDP-Lite"});
    if (plan.loopback) {
      rules.push_back({"socket", SyscallRule::kAskSupervisor, {inet, TypeEquals(SOCK_DGRAM)}});
    } else {
      rules.push_back({"socket",
                       EACCES,
                       {inet, TypeEquals(SOCK_DGRAM)},
                       "a datagram names its own destination"});
    }
    if (plan.mode == NetworkMode::kLoopback) {
      rules.push_back({"socket", SyscallRule::kAskSupervisor, {inet, TypeEquals(SOCK_STREAM)}});
    }
  }
  return rules;
}

}  // namespace

SyscallRules HardeningRules() {
  SyscallRules rules;
  for (const RefusedCall& call : kHardening) {
    rules.push_back({call.syscall, EPERM, {}, call.reason});
  }
  rules.push_back({"clone", EPERM, {AnyOf(0, kNewNamespaces)}, "new namespaces"});
  // Its arguments are in memory. glibc falls back to clone after ENOSYS, while
  // EPERM would make every new thread fail.
  rules.push_back({"clone3", ENOSYS, {}, "arguments out of the filter's sight"});
  for (const auto* call : {"io_uring_setup", "io_uring_enter", "io_uring_register"}) {
    rules.push_back({call, ENOSYS, {}, "system calls that no filter sees; callers fall back"});
  }
  rules.push_back(
      {"personality", EPERM, {Differs(0, kPersonalityQuery)}, "makes readable memory executable"});
  for (const uint32_t request : {kTiocsti, kTioclinux}) {
    rules.push_back({"ioctl", EPERM, {Equals(1, request)}, "types into the terminal"});
  }
  return rules;
}

SyscallRules MetadataRules() {
  SyscallRules rules;
  for (const absl::string_view call : kMetadataCalls) rules.push_back({call, EPERM, {}, kMetadata});
  for (const uint32_t request : {kFsIocSetflags, kFsIoc32Setflags, kFsIocFssetxattr}) {
    rules.push_back({"ioctl", EPERM, {Equals(1, request)}, kMetadata});
  }
  return rules;
}

SyscallRules TruncateRules() {
  constexpr absl::string_view kReason = "Landlock below ABI 3 does not cover truncation";
  // O_TRUNC without a right to write is what Landlock would let pass.
  const auto truncates = [](uint8_t flags) {
    return ArgTest{flags, ArgTest::Op::kEqual, O_TRUNC, O_TRUNC | O_ACCMODE};
  };
  return {{"truncate", EACCES, {}, kReason},
          {"open", EACCES, {truncates(1)}, kReason},
          {"openat", EACCES, {truncates(2)}, kReason},
          {"openat2", ENOSYS, {}, "arguments out of the filter's sight"}};
}

SyscallRules ProcessRules() {
  constexpr absl::string_view kReason = "--no-subprocess";
  return {{"execve", EPERM, {}, kReason},
          {"execveat", EPERM, {}, kReason},
          {"fork", EPERM, {}, kReason},
          {"vfork", EPERM, {}, kReason},
          {"clone", EPERM, {NoneOf(0, CLONE_THREAD)}, kReason}};
}

SyscallRules MemfdRules() {
  return {{"memfd_create", EPERM, {NoneOf(1, kMfdNoexecSeal)}, "executable without a path"}};
}

SyscallRules NetworkRulesFor(const NetworkPlan& plan) {
  SyscallRules rules;
  if (plan.mode == NetworkMode::kOpen) return rules;
  if (plan.mode == NetworkMode::kRefused) {
    if (!plan.unix_sockets) return {{"socket", EPERM, {}, "--no-network"}};
    return {{"socket", EPERM, {Differs(0, AF_UNIX)}, "--no-network"}};
  }
  rules = SocketRules(plan);
  rules.push_back({"connect", SyscallRule::kAskSupervisor, {}});
  for (const uint32_t option : {kSoBindtodevice, kSoBindtoifindex}) {
    rules.push_back({"setsockopt",
                     EPERM,
                     {Equals(1, SOL_SOCKET), Equals(2, option)},
                     "would take a socket off the loopback device"});
  }
  if (plan.mode == NetworkMode::kOnBehalf) {
    rules.push_back({"bind", SyscallRule::kAskSupervisor, {}});
    rules.push_back({"listen", SyscallRule::kAskSupervisor, {}});
    constexpr absl::string_view kReason = "connects without connect()";
    rules.push_back({"sendto", EOPNOTSUPP, {AnyOf(3, kMsgFastopen)}, kReason});
    rules.push_back({"sendmsg", EOPNOTSUPP, {AnyOf(2, kMsgFastopen)}, kReason});
    rules.push_back({"sendmmsg", EOPNOTSUPP, {AnyOf(3, kMsgFastopen)}, kReason});
  }
  if (plan.loopback) {
    // Control data (IP_PKTINFO) would override the device that a datagram
    // socket is bound to; an address may name a resolver on this machine.
    rules.push_back({"sendto", SyscallRule::kAskSupervisor, {Differs(5, 0)}});
    rules.push_back({"sendmsg", SyscallRule::kAskSupervisor, {}});
    rules.push_back({"sendmmsg", SyscallRule::kAskSupervisor, {}});
  }
  return rules;
}

SyscallRules NativeCodeRules() {
  constexpr absl::string_view kReason = "--block-native";
  return {{"mmap", EPERM, {AnyOf(2, kProtExec)}, kReason},
          {"mprotect", EPERM, {AnyOf(2, kProtExec)}, kReason},
          {"pkey_mprotect", EPERM, {AnyOf(2, kProtExec)}, kReason},
          {"shmat", EPERM, {AnyOf(2, kShmExec)}, kReason}};
}

SyscallRules SupervisorRules() {
  SyscallRules rules;
  for (SyscallRule& rule : HardeningRules()) {
    if (absl::c_linear_search(kSupervisorNeeds, rule.syscall)) continue;
    rules.push_back(std::move(rule));
  }
  Append(rules, ProcessRules());
  return rules;
}

}  // namespace hermetic::kernel
