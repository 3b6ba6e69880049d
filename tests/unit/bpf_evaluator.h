// Runs a seccomp program without a kernel, on the instructions that our
// compiler emits. Anything else, a jump out of the program and a program that
// does not end are failures of the test.
#ifndef HERMETIC_TESTS_UNIT_BPF_EVALUATOR_H_
#define HERMETIC_TESTS_UNIT_BPF_EVALUATOR_H_

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>

#include "guards/kernel/syscall_filter.h"

namespace hermetic::kernel {

inline uint32_t AuditArch(Arch arch) {
  return arch == Arch::kX86_64 ? AUDIT_ARCH_X86_64 : AUDIT_ARCH_AARCH64;
}

inline std::optional<uint32_t> Evaluate(const FilterProgram& program, const seccomp_data& data) {
  uint32_t accumulator = 0;
  size_t next = 0;
  while (next < program.size()) {
    const sock_filter& in = program[next++];
    switch (in.code) {
      case BPF_LD | BPF_W | BPF_ABS:
        if (in.k + sizeof(accumulator) > sizeof(data)) return std::nullopt;
        memcpy(&accumulator, reinterpret_cast<const char*>(&data) + in.k, sizeof(accumulator));
        break;
      case BPF_ALU | BPF_AND | BPF_K:
        accumulator &= in.k;
        break;
      case BPF_JMP | BPF_JA:
        next += in.k;
        break;
      case BPF_JMP | BPF_JEQ | BPF_K:
        next += accumulator == in.k ? in.jt : in.jf;
        break;
      case BPF_JMP | BPF_JGE | BPF_K:
        next += accumulator >= in.k ? in.jt : in.jf;
        break;
      case BPF_RET | BPF_K:
        return in.k;
      default:
        return std::nullopt;
    }
  }
  return std::nullopt;
}

using Arguments = std::array<uint64_t, 6>;

inline std::optional<uint32_t> EvaluateCall(const FilterProgram& program, Arch arch, int number,
                                            const Arguments& arguments = {}) {
  seccomp_data data{.nr = number, .arch = AuditArch(arch)};
  memcpy(data.args, arguments.data(), sizeof(data.args));
  return Evaluate(program, data);
}

}  // namespace hermetic::kernel

#endif  // HERMETIC_TESTS_UNIT_BPF_EVALUATOR_H_
