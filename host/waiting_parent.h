// A parent that stays only to clean up: to everybody else it is its child.
#ifndef HERMETIC_HOST_WAITING_PARENT_H_
#define HERMETIC_HOST_WAITING_PARENT_H_

#include <sys/types.h>

#include "absl/status/statusor.h"

namespace hermetic::host {

// fork(); 0 in the child, which ends with this process. Before any thread. What
// is sent to this process from now on is for the child: signals of the terminal
// reach it anyway, others are passed on.
absl::StatusOr<pid_t> ForkForWaiting();

// What waitpid() says about the end of `child`.
int WaitFor(pid_t child);

// Ends this process as `status` says: with the same exit code or signal.
[[noreturn]] void EndAs(int status);

}  // namespace hermetic::host

#endif  // HERMETIC_HOST_WAITING_PARENT_H_
