// Child processes of ours that the program never meets.
#ifndef HERMETIC_GUARDS_KERNEL_HIDDEN_CHILD_H_
#define HERMETIC_GUARDS_KERNEL_HIDDEN_CHILD_H_

#include <sys/types.h>

#include "absl/status/statusor.h"
#include "guards/kernel/unique_fd.h"

namespace hermetic::kernel {

enum class Descriptors : uint8_t { kCopied, kShared };

struct HiddenChild {
  pid_t pid = -1;  // 0 in the child.
  UniqueFd pidfd;  // The parent's.
};

// Like fork(), but the child has no exit signal: wait(-1) does not find it. It
// runs in a session of its own, out of the terminal's reach, and ignores what is
// sent to groups of processes. The process must have one thread.
absl::StatusOr<HiddenChild> StartHiddenChild(Descriptors descriptors, const char* name);

// For a hidden child that is about to end.
void WaitForHiddenChild(const HiddenChild& child);

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_HIDDEN_CHILD_H_
