// --doctor, the kernel's part: what this machine can hold, row by row, whatever
// the policy asks.
#ifndef HERMETIC_GUARDS_KERNEL_DOCTOR_H_
#define HERMETIC_GUARDS_KERNEL_DOCTOR_H_

#include <string>
#include <vector>

#include "absl/types/span.h"
#include "guards/kernel/kernel_row.h"
#include "guards/kernel/machine_probe.h"
#include "profiles/policy.h"

namespace hermetic::kernel {

struct DoctorRow {
  std::string name;  // "network: --allow-localhost"
  RowState state;
  std::string why;  // Unless active.
};

// Everything that ProbeMachine and ProbeListener answer; forks once.
MachineProbe ProbeForDoctor();

// Pure.
std::vector<DoctorRow> DiagnoseMachine(const MachineProbe& probe);

// "Landlock ABI 7; ...", for people who ask why.
std::string DescribeMachine(const MachineProbe& probe);

// Whether the machine can hold all that `levels` ask of the kernel; the exit
// code of --doctor. Pure.
bool CanHold(absl::Span<const Policy> levels, const MachineProbe& probe);

// "  files                      active\n", one line per row.
std::string FormatRows(absl::Span<const DoctorRow> rows);

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_DOCTOR_H_
