#include "guards/kernel/syscall_filter.h"

#include <linux/audit.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/syscall.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <map>

#include "absl/strings/str_cat.h"

namespace hermetic::kernel {
namespace {

// Younger than libseccomp 2.5.4; since Linux 5.1 new calls have the same number
// on every architecture.
struct YoungSyscall {
  absl::string_view name;
  int number;
};
constexpr YoungSyscall kYoungSyscalls[] = {
    {"fchmodat2", 452},
    {"setxattrat", 463},
    {"removexattrat", 466},
    {"open_tree_attr", 467},
    {"file_setattr", 469},
    {"process_mrelease", 448},
    {"landlock_create_ruleset", 444},
};

constexpr uint32_t kX32Bit = 0x40000000;

struct ArchFacts {
  uint32_t audit_arch;
  uint32_t libseccomp_token;
  bool has_x32;
};
constexpr ArchFacts FactsOf(Arch arch) {
  return arch == Arch::kX86_64 ? ArchFacts{AUDIT_ARCH_X86_64, SCMP_ARCH_X86_64, true}
                               : ArchFacts{AUDIT_ARCH_AARCH64, SCMP_ARCH_AARCH64, false};
}

constexpr uint32_t OffsetOf(const ArgTest& test) {  // Little-endian machines only.
  const uint32_t half = test.half == ArgTest::Half::kHigh ? 4 : 0;
  return offsetof(seccomp_data, args) + 8UL * test.index + half;
}

sock_filter Statement(uint16_t code, uint32_t k) { return {code, 0, 0, k}; }
sock_filter Load(uint32_t offset) { return Statement(BPF_LD | BPF_W | BPF_ABS, offset); }
sock_filter Return(uint32_t value) { return Statement(BPF_RET | BPF_K, value); }
sock_filter Jump(uint16_t test, uint32_t k, size_t on_true, size_t on_false) {
  return {static_cast<uint16_t>(BPF_JMP | test | BPF_K), static_cast<uint8_t>(on_true),
          static_cast<uint8_t>(on_false), k};
}
void Append(FilterProgram& program, const FilterProgram& more) {
  program.insert(program.end(), more.begin(), more.end());
}

sock_filter ActionOf(const SyscallRule& rule) {
  if (rule.error == SyscallRule::kAskSupervisor) return Return(SECCOMP_RET_USER_NOTIF);
  if (rule.signal_data != 0) return Return(SECCOMP_RET_TRAP | rule.signal_data);
  return Return(SECCOMP_RET_ERRNO | (static_cast<uint32_t>(rule.error) & SECCOMP_RET_DATA));
}

// Every fragment below ends in a return on each path, so fragments can be put
// one after the other without fixing jumps up.

// Runs the tests; falls out at the end if one of them fails.
FilterProgram CompileRule(const SyscallRule& rule) {
  FilterProgram code{ActionOf(rule)};
  for (auto test = rule.when.rbegin(); test != rule.when.rend(); ++test) {
    const bool equal = test->op == ArgTest::Op::kEqual;
    code.insert(code.begin(),
                Jump(BPF_JEQ, test->value, equal ? 0 : code.size(), equal ? code.size() : 0));
    if (test->mask != 0xffffffff) {
      code.insert(code.begin(), Statement(BPF_ALU | BPF_AND | BPF_K, test->mask));
    }
    code.insert(code.begin(), Load(OffsetOf(*test)));
  }
  return code;
}

// All rules of one system call.
FilterProgram CompileCall(const std::vector<const SyscallRule*>& rules) {
  FilterProgram code;
  for (const SyscallRule* rule : rules) {
    Append(code, CompileRule(*rule));
    if (rule->when.empty()) return code;  // What follows cannot be reached.
  }
  code.push_back(Return(SECCOMP_RET_ALLOW));
  return code;
}

void AppendTest(std::string& text, const ArgTest& test) {
  absl::StrAppend(&text, " (arg", test.index);
  if (test.half == ArgTest::Half::kHigh) absl::StrAppend(&text, " >> 32");
  if (test.mask != 0xffffffff) absl::StrAppend(&text, " & 0x", absl::Hex(test.mask));
  absl::StrAppend(&text, test.op == ArgTest::Op::kEqual ? " == 0x" : " != 0x",
                  absl::Hex(test.value), ")");
}

const char* NameOfAnswer(int error) {
  return error == SyscallRule::kAskSupervisor ? "ask supervisor" : strerrorname_np(error);
}

using Calls = std::map<int, std::vector<const SyscallRule*>>;

// The number is in the accumulator.
FilterProgram CompileSearch(Calls::const_iterator begin, size_t count) {
  if (count == 1) {
    const FilterProgram body = CompileCall(begin->second);
    FilterProgram code{Jump(BPF_JEQ, static_cast<uint32_t>(begin->first), 1, 0),
                       Return(SECCOMP_RET_ALLOW)};
    Append(code, body);
    return code;
  }
  const auto middle = std::next(begin, static_cast<ptrdiff_t>(count / 2));
  const FilterProgram low = CompileSearch(begin, count / 2);
  const FilterProgram high = CompileSearch(middle, count - count / 2);
  const auto pivot = static_cast<uint32_t>(middle->first);
  FilterProgram code;
  if (low.size() <= 255) {
    code = {Jump(BPF_JGE, pivot, low.size(), 0)};
  } else {  // A conditional jump reaches 255 instructions only.
    code = {Jump(BPF_JGE, pivot, 0, 1),
            Statement(BPF_JMP | BPF_JA, static_cast<uint32_t>(low.size()))};
  }
  Append(code, low);
  Append(code, high);
  return code;
}

}  // namespace

absl::StatusOr<int> SyscallNumber(absl::string_view syscall, Arch arch) {
  const std::string name(syscall);
  const int number =
      seccomp_syscall_resolve_name_arch(FactsOf(arch).libseccomp_token, name.c_str());
  if (number >= 0) return number;
  for (const YoungSyscall& young : kYoungSyscalls) {
    if (young.name == syscall) return young.number;
  }
  if (number != __NR_SCMP_ERROR) return -1;  // Known, but not on this architecture.
  return absl::InvalidArgumentError(absl::StrCat("no such system call: ", syscall));
}

absl::StatusOr<FilterProgram> CompileFilter(absl::Span<const SyscallRule> rules, Arch arch) {
  Calls calls;
  for (const SyscallRule& rule : rules) {
    absl::StatusOr<int> number = SyscallNumber(rule.syscall, arch);
    if (!number.ok()) return number.status();
    if (*number < 0) continue;
    auto& same_call = calls[*number];
    if (std::any_of(same_call.begin(), same_call.end(), [&](const SyscallRule* other) {
          return other->error == rule.error && other->when == rule.when;
        })) {
      continue;
    }
    same_call.push_back(&rule);
  }
  for (auto& [number, same_call] : calls) {
    std::stable_partition(same_call.begin(), same_call.end(), [](const SyscallRule* rule) {
      return rule->error != SyscallRule::kAskSupervisor;
    });
  }

  const ArchFacts facts = FactsOf(arch);
  FilterProgram program{Load(offsetof(seccomp_data, arch)), Jump(BPF_JEQ, facts.audit_arch, 1, 0),
                        Return(SECCOMP_RET_KILL_PROCESS), Load(offsetof(seccomp_data, nr))};
  if (facts.has_x32) {
    Append(program, {Jump(BPF_JGE, kX32Bit, 0, 1), Return(SECCOMP_RET_ERRNO | ENOSYS)});
  }
  if (calls.empty()) {
    program.push_back(Return(SECCOMP_RET_ALLOW));
  } else {
    Append(program, CompileSearch(calls.begin(), calls.size()));
  }
  if (program.size() > BPF_MAXINSNS) {
    return absl::InternalError(absl::StrCat("filter too long: ", program.size()));
  }
  return program;
}

std::string Describe(absl::Span<const SyscallRule> rules) {
  std::string text;
  for (size_t i = 0; i < rules.size(); ++i) {
    absl::StrAppend(&text, rules[i].syscall);
    for (const ArgTest& test : rules[i].when) AppendTest(text, test);
    if (i + 1 < rules.size() && rules[i + 1].error == rules[i].error) {
      absl::StrAppend(&text, ", ");
    } else {
      absl::StrAppend(&text, ": ", NameOfAnswer(rules[i].error), "\n");
    }
  }
  return text;
}

absl::StatusOr<UniqueFd> LoadFilter(const FilterProgram& program, Listener listener,
                                    Threads threads) {
  const sock_fprog loadable{static_cast<uint16_t>(program.size()),
                            const_cast<sock_filter*>(program.data())};
  unsigned flags = listener == Listener::kNew ? SECCOMP_FILTER_FLAG_NEW_LISTENER : 0;
  if (threads == Threads::kAll) flags |= SECCOMP_FILTER_FLAG_TSYNC;
  const int64_t result = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &loadable);
  if (result < 0 && errno == EBUSY) {
    return absl::AlreadyExistsError("an outer supervisor is in force");
  }
  if (result < 0) return absl::ErrnoToStatus(errno, "loading the system call filter");
  if (listener == Listener::kNew) return UniqueFd(static_cast<int>(result));
  if (result == 0) return UniqueFd();
  return absl::UnavailableError(
      absl::StrCat("thread ", result, " has a system call filter of its own"));
}

}  // namespace hermetic::kernel
