// A seccomp filter: rules about system calls (a value), the BPF program they
// compile to (a value), and the call that loads it (not to be taken back).
//
// The program is assembled here, as a binary search over the system calls that
// have rules; libseccomp only supplies the numbers. Its own generator needs
// 0.45 ms for our rules, which is 5 % of a start; this one needs a tenth.
#ifndef HERMETIC_GUARDS_KERNEL_SYSCALL_FILTER_H_
#define HERMETIC_GUARDS_KERNEL_SYSCALL_FILTER_H_

#include <linux/filter.h>

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "guards/kernel/every_thread.h"
#include "guards/kernel/unique_fd.h"

namespace hermetic::kernel {

enum class Arch : uint8_t { kX86_64, kAArch64 };
#if defined(__x86_64__)
inline constexpr Arch kNativeArch = Arch::kX86_64;
#elif defined(__aarch64__)
inline constexpr Arch kNativeArch = Arch::kAArch64;
#else
#error "The kernel layer knows the system calls of x86-64 and aarch64 only."
#endif

// (argument & mask) equals, or does not equal, `value`. Only 32 bits of an
// argument are compared, the low ones: every argument we test but a pointer is
// an int, an unsigned int or a flag word whose flags are all there, and the
// kernel ignores the rest. A test of all 64 bits could be dodged by setting an
// ignored one.
struct ArgTest {
  enum class Op : uint8_t { kEqual, kNotEqual };
  enum class Half : uint8_t { kLow, kHigh };
  uint8_t index;
  Op op;
  uint32_t value;
  uint32_t mask = 0xffffffff;
  Half half = Half::kLow;
  bool operator==(const ArgTest&) const = default;
};

constexpr ArgTest Equals(uint8_t index, uint32_t value) {
  return {index, ArgTest::Op::kEqual, value};
}
constexpr ArgTest Differs(uint8_t index, uint32_t value) {
  return {index, ArgTest::Op::kNotEqual, value};
}
constexpr ArgTest AnyOf(uint8_t index, uint32_t bits) {
  return {index, ArgTest::Op::kNotEqual, 0, bits};
}
constexpr ArgTest NoneOf(uint8_t index, uint32_t bits) {
  return {index, ArgTest::Op::kEqual, 0, bits};
}

// What happens when all tests of a rule hold: an errno, or (0) the supervisor
// is asked. There is no rule that allows: what no rule refuses is allowed, so
// the rules of several policies make their conjunction when concatenated.
struct SyscallRule {
  static constexpr int kAskSupervisor = 0;
  absl::string_view syscall;  // Literal.
  int error;
  std::vector<ArgTest> when;      // All of them; none means always.
  absl::string_view reason = {};  // Literal; for people.
  uint16_t signal_data = 0;       // If any: SIGSYS that carries it, instead of the errno.
  bool operator==(const SyscallRule&) const = default;
};

using FilterProgram = std::vector<sock_filter>;

// The number of `syscall`, or -1 where `arch` has no such call.
// kInvalidArgument for a name that no architecture knows: a typing error must
// not turn into a hole.
absl::StatusOr<int> SyscallNumber(absl::string_view syscall, Arch arch);

// Pure. Calls of a foreign architecture end the process; on x86-64, x32 numbers
// answer ENOSYS. Refusals are tried before questions to the supervisor.
absl::StatusOr<FilterProgram> CompileFilter(absl::Span<const SyscallRule> rules, Arch arch);

// "connect, bind: ask supervisor", "clone (arg0 & 0x10000 == 0x0): EPERM"; a line
// holds neighbours with the same answer.
std::string Describe(absl::Span<const SyscallRule> rules);

enum class Listener : uint8_t { kNone, kNew };

// Loads `program` for the threads and all that they start, for good. Needs
// no_new_privs or CAP_SYS_ADMIN; other threads get the former too. With
// Listener::kNew the answer owns the descriptor at which questions arrive;
// otherwise it is not valid.
absl::StatusOr<UniqueFd> LoadFilter(const FilterProgram& program, Listener listener,
                                    Threads threads);

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_SYSCALL_FILTER_H_
