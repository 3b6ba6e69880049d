// The kernel layer's part of a start: what main() hands it, and when.
#ifndef HERMETIC_HOST_KERNEL_START_H_
#define HERMETIC_HOST_KERNEL_START_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "guards/kernel/kernel_layer.h"
#include "profiles/policy.h"

namespace hermetic::host {

// Before Python and before any thread: puts the levels in force in the kernel,
// the first `inherited` of which came from the parent process, and writes the
// line about what is missing. What `readable_roots` names stays readable. The
// environment is wiped here. `explain`: refusals are told with the library that made
// the call.
absl::StatusOr<kernel::KernelLayer> HoldWithKernel(std::vector<Policy> levels, size_t inherited,
                                                   std::vector<std::string> readable_roots,
                                                   bool explain);

// After Python's start-up, before the target; GIL held. Under --block-native
// loads the interpreter's own extension modules and imports --allow-native, then
// lets no more executable memory be made.
absl::Status FinishKernelStart(kernel::KernelLayer& layer, const Policy& policy);

// After the target: what the supervisor refused becomes violations, for the
// record and its exit code; a line about an error that the kernel may have caused.
void TellKernelRefusals(kernel::KernelLayer& layer, const Policy& policy);

}  // namespace hermetic::host

#endif  // HERMETIC_HOST_KERNEL_START_H_
