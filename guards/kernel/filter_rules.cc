#include "guards/kernel/filter_rules.h"

#include <fcntl.h>
#include <linux/sched.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <iterator>

#include "absl/algorithm/container.h"
#include "guards/refused_socket_options.h"

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

// Reach processes outside like a unix socket does, without one.
constexpr absl::string_view kOtherChannels[] = {
    "msgget", "msgsnd", "msgrcv", "msgctl",     "shmget",  "shmat",     "shmctl",
    "semget", "semop",  "semctl", "semtimedop", "mq_open", "mq_unlink",
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
constexpr uint32_t kMetadataRequests[] = {
    0x40086602, 0x40046602,
    0x401C5820,  // FS_IOC_SETFLAGS, FS_IOC32_SETFLAGS, FS_IOC_FSSETXATTR.
    0x40087602, 0x40806685,
    0x800C6613,  // FS_IOC_SETVERSION, _ENABLE_VERITY, _SET_ENCRYPTION_POLICY.
};
// Makes and removes subvolumes through a descriptor of a directory; also holds
// the cloning of files, which callers replace by copying.
constexpr uint32_t kBtrfsRequests = 0x9400;
constexpr uint32_t kRequestTypeMask = 0xff00;
constexpr uint32_t kMfdNoexecSeal = 8;
constexpr uint32_t kProtExec = 4;
constexpr uint32_t kShmExec = 0100000;
constexpr uint32_t kPersonalityQuery = 0xffffffff;
constexpr uint32_t kMsgFastopen = 0x20000000;
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
    if (!plan.ActsOnBehalf()) {
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
  // Limits of 0 end another process, ours included, and no signal is sent.
  // Where a limit is only asked for, the pointer to the new one is null.
  for (const ArgTest::Half half : {ArgTest::Half::kLow, ArgTest::Half::kHigh}) {
    const ArgTest sets{2, ArgTest::Op::kNotEqual, 0, 0xffffffff, half};
    rules.push_back({"prlimit64", EPERM, {Differs(0, 0), sets}, "limits another process"});
  }
  for (const uint32_t request : {kTiocsti, kTioclinux}) {
    rules.push_back({"ioctl", EPERM, {Equals(1, request)}, "types into the terminal"});
  }
  return rules;
}

SyscallRules MetadataRules() {
  SyscallRules rules;
  for (const absl::string_view call : kMetadataCalls) rules.push_back({call, EPERM, {}, kMetadata});
  for (const uint32_t request : kMetadataRequests) {
    rules.push_back({"ioctl", EPERM, {Equals(1, request)}, kMetadata});
  }
  const ArgTest btrfs{1, ArgTest::Op::kEqual, kBtrfsRequests, kRequestTypeMask};
  rules.push_back({"ioctl", EOPNOTSUPP, {btrfs}, "Landlock does not cover subvolumes"});
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
    std::vector<ArgTest> other;
    if (plan.unix_sockets) other.push_back(Differs(0, AF_UNIX));
    rules.push_back({"socket", EPERM, std::move(other), "--no-network"});
  } else {
    rules = SocketRules(plan);
  }
  rules.push_back({"socketpair", EPERM, {Differs(0, AF_UNIX)}, "one end can send elsewhere"});
  if (!plan.unix_sockets) {
    for (const absl::string_view call : kOtherChannels) {
      const bool attaches = call == "shmat" || call == "shmctl";
      std::vector<ArgTest> when;
      if (attaches) when.push_back(Differs(0, static_cast<uint32_t>(plan.own_segment)));
      rules.push_back(
          {call, EPERM, std::move(when), "a queue or memory shared with processes outside"});
    }
    // One end of a pair of these can connect or send to any socket with a path.
    rules.push_back({"socketpair",
                     EPERM,
                     {TypeDiffers(SOCK_STREAM), TypeDiffers(SOCK_SEQPACKET)},
                     "datagrams name their own destination"});
  }
  if (plan.mode == NetworkMode::kRefused) return rules;
  rules.push_back({"connect", SyscallRule::kAskSupervisor, {}});
  for (const SocketOption& option : kRefusedSocketOptions) {
    const ArgTest level = Equals(1, static_cast<uint32_t>(option.level));
    const ArgTest name = Equals(2, static_cast<uint32_t>(option.option));
    rules.push_back({"setsockopt", EPERM, {level, name}, "leads packets past their address"});
  }
  if (plan.ActsOnBehalf()) {
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
