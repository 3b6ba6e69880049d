// The kernel layer's part of a start: what main() hands it, and when.
#ifndef HERMETIC_HOST_KERNEL_START_H_
#define HERMETIC_HOST_KERNEL_START_H_

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "guards/kernel/kernel_layer.h"
#include "guards/policy_level.h"
#include "profiles/policy.h"
#include "resolver/target.h"

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
// loads the interpreter's own extension modules and those of --allow-native, then
// lets no more executable memory be made. `target` is what runs
// next; null if it runs already.
absl::Status FinishKernelStart(kernel::KernelLayer& layer, const Policy& policy,
                               const resolver::Target* target);

// The seals that the API sets while the program runs: puts in the kernel what it
// does not hold yet. Lives to the end of the process.
class LaterSeals {
 public:
  // `held`: the levels of the start.
  explicit LaterSeals(std::vector<Policy> held) : held_(std::move(held)) {}

  // The levels in force, and the sealed one that comes next. Writes the line about
  // what is missing. kFailedPrecondition under --kernel=require. GIL held.
  absl::Status Hold(const std::vector<LevelRef>& levels);

  // As TellKernelRefusals.
  void TellRefusals();

 private:
  std::vector<Policy> held_;
  std::vector<kernel::KernelLayer> layers_;
};

// After the target: what the supervisor refused becomes violations, for the
// record and its exit code; a line about an error that the kernel may have caused.
void TellKernelRefusals(kernel::KernelLayer& layer, const Policy& policy);

}  // namespace hermetic::host

#endif  // HERMETIC_HOST_KERNEL_START_H_
