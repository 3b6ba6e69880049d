// One question of the kernel to the supervisor: a system call that waits.
#ifndef HERMETIC_GUARDS_KERNEL_NOTIFICATION_H_
#define HERMETIC_GUARDS_KERNEL_NOTIFICATION_H_

#include <linux/seccomp.h>
#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "guards/kernel/unique_fd.h"

namespace hermetic::kernel {

// How a system call ends: a value, or an errno.
struct CallResult {
  int64_t value = 0;
  int error = 0;  // Positive errno; 0 for success.
};
inline CallResult Failed(int error) { return {0, error}; }
// From the return value of a libc wrapper, errno included.
CallResult ResultOf(int64_t returned);

// Exactly one answer each. If the thread was interrupted or killed meanwhile,
// an answer goes nowhere; that is no error.
class Notification {
 public:
  // Blocks. nullopt when the question was withdrawn before it could be read.
  static std::optional<Notification> Receive(int listener);

  int number() const { return request_.data.nr; }
  uint64_t arg(int index) const { return request_.data.args[index]; }
  int int_arg(int index) const { return static_cast<int>(request_.data.args[index]); }
  pid_t thread() const { return static_cast<pid_t>(request_.pid); }

  // Whether the thread still waits. What was read from it before this call
  // belongs to it, and not to a later owner of its id, only if it does.
  bool IsValid() const;

  // Copies from the thread's memory. Needs the right to trace it.
  // kNotFound: not readable there; kPermissionDenied: no such right.
  absl::StatusOr<std::vector<char>> ReadMemory(uint64_t address, size_t size) const;
  // Respects the protection of the pages.
  absl::Status WriteMemory(uint64_t address, const void* data, size_t size) const;
  // A duplicate of the thread's descriptor `fd`. Same right, same errors.
  absl::StatusOr<UniqueFd> Duplicate(int fd) const;

  void Answer(CallResult result) const;
  // Lets the kernel run the call. Memory and descriptors may have changed since
  // they were looked at: only for calls that are harmless whatever they hold.
  void UncheckedContinue() const;
  // Gives the thread `fd` as the result of the call.
  void AnswerWithDescriptor(int fd, bool close_on_exec) const;

 private:
  Notification(int listener, const seccomp_notif& request)
      : listener_(listener), request_(request) {}

  int listener_;
  seccomp_notif request_;
};

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_NOTIFICATION_H_
