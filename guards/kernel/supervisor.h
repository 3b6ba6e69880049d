// The process that answers for the filter where a decision needs more than the
// registers of a system call: it hands out sockets, or connects in the place of
// the program (socket_calls.h, message_relay.h).
//
// It is a child of the program that nobody sees: it has no exit signal, so
// wait(-1) does not find it; it holds none of the program's descriptors, so no
// pipe stays open for it; it ignores the terminal's signals. It ends with the
// last process under the filter. If it dies, the calls it answered for fail
// with ENOSYS. Signals and ptrace cannot reach it from inside where Landlock
// scopes them (signals: ABI 6).
#ifndef HERMETIC_GUARDS_KERNEL_SUPERVISOR_H_
#define HERMETIC_GUARDS_KERNEL_SUPERVISOR_H_

#include <sys/types.h>

#include "absl/status/statusor.h"
#include "guards/kernel/denial_log.h"
#include "guards/kernel/hidden_child.h"
#include "guards/kernel/network_mode.h"
#include "guards/kernel/network_questions.h"
#include "guards/kernel/unique_fd.h"

namespace hermetic::kernel {

// The program's handle.
class Supervisor {
 public:
  // Forks it. The process must have one thread. `log` is the writable one; the
  // supervisor keeps it, the caller makes its own read-only afterwards. What
  // must hold the supervisor too (Landlock's files) is committed before.
  static absl::StatusOr<Supervisor> Start(const NetworkPlan& plan, NetworkQuestions questions,
                                          KernelDenialLog& log);

  // Gives it the listener of the filter just loaded. From here on every
  // question is answered when the supervisor gets to it, or fails.
  absl::Status HandOver(UniqueFd listener);

  // Before the hand-over only: there will be no filter that asks it.
  void End();

  pid_t pid() const { return child_.pid; }

 private:
  Supervisor(HiddenChild child, UniqueFd program, UniqueFd to)
      : child_(std::move(child)), program_(std::move(program)), to_(std::move(to)) {}

  HiddenChild child_;
  // Until the hand-over; the supervisor sees them too.
  UniqueFd program_;  // pidfd of this process.
  UniqueFd to_;       // eventfd: the number of the listener, plus one.
};

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_SUPERVISOR_H_
