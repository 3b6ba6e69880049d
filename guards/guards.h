// The guards' face to the host: what main() calls, in this order.
//
// This room decides and enforces. It compiles policies (profiles/) into
// decisions and knows nothing of command lines, targets or reports.
#ifndef HERMETIC_GUARDS_GUARDS_H_
#define HERMETIC_GUARDS_GUARDS_H_

#include <cstdint>
#include <functional>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "guards/policy_level.h"

namespace hermetic {

// Makes the record of violations that children share, unless this process is such a
// child. Before the kernel layer, which lets nothing else be shared; once more does
// no harm.
absl::Status OpenRecord();

// Adds the audit hook, which arms itself with `levels` as soon as the
// interpreter's core stands, before any code from a file runs. To be called
// after pre-initialisation and before Py_InitializeFromConfig; not at all when
// nothing is restricted. Cannot be undone.
absl::Status InstallAuditHook(std::vector<LevelRef> levels);

// Arms what no event has armed yet (-S and the like), and guards what start-up
// itself had to change (sys.path). After Py_InitializeFromConfig, before the
// target; GIL held. An error means that the target must not run.
absl::Status ArmForTarget();

// For a policy that comes later, from the API: adds the hook if there is none,
// guards the builtins, then puts `level` on top. Returns the token for
// ActivePolicy::Remove. GIL held.
absl::StatusOr<uint64_t> PushLevel(LevelRef level);

// What puts the levels of a seal that comes after the start into the kernel, before
// the last of them takes effect here. `levels` are all that are in force by then. An
// error means that the policy must not be pushed. Without any, a seal of that kind
// is one of the interpreter only. GIL held.
using SealInKernel = std::function<absl::Status(const std::vector<LevelRef>& levels)>;
void SetSealInKernel(SealInKernel seal);

// Takes back what PushLevel put there. False, without effect, for an unknown
// token and for what is sealed. GIL held.
bool RemoveLevel(uint64_t token);

// Has FinishRun called when the process ends by exit(), as CPython itself does
// on SystemExit, and its answer become the exit code. Once, before anything that
// is to end later.
void FinishAtExit();

// `add` is called when the run ends, before anything is counted, in the process
// that set it: for violations that this process has only to collect.
void AddAtFinish(std::function<void()> add);

// The exit code of the process, given the target's: a violation that the
// program did not catch, or any at all under --fail-on-violation. Writes the
// line about swallowed violations, the log and the report. After Py_FinalizeEx, or
// where nothing of Python runs any more.
int FinishRun(int target_exit_code);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_GUARDS_H_
