// What the supervisor refused, told to the process that it supervises: a ring
// in shared memory that only the supervisor can write.
#ifndef HERMETIC_GUARDS_KERNEL_DENIAL_LOG_H_
#define HERMETIC_GUARDS_KERNEL_DENIAL_LOG_H_

#include <sys/types.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace hermetic::kernel {

struct KernelDenial {
  pid_t thread;           // The thread that asked, the target's or a descendant's.
  std::string operation;  // "connect", "bind", "listen", "sendmsg", "resolve".
  std::string target;     // "192.0.2.1:443" or a host name; printable.
};

// Made before the supervisor is forked. The supervisor keeps the writable
// mapping; the target calls KeepReadOnly at once, after which its memory cannot
// be made writable again (F_SEAL_FUTURE_WRITE), by mprotect either.
class KernelDenialLog {
 public:
  static absl::StatusOr<KernelDenialLog> Create();
  KernelDenialLog(KernelDenialLog&& other) noexcept;
  KernelDenialLog& operator=(KernelDenialLog&&) = delete;
  ~KernelDenialLog();

  absl::Status KeepReadOnly();

  // The supervisor's side; from any of its threads. Overwrites the oldest.
  void Add(pid_t thread, absl::string_view operation, absl::string_view target);

  // The target's side. What was added since the last call, oldest first; what
  // was overwritten in between only counts in `total`.
  std::vector<KernelDenial> ReadNew();
  uint64_t total() const;

  static constexpr size_t kCapacity = 256;

 private:
  struct Entry {
    std::atomic<uint64_t> number;  // 1-based; 0 while it is written.
    int32_t thread;
    std::array<char, 16> operation;
    std::array<char, 100> target;
  };
  struct Ring {
    std::atomic<uint64_t> total;
    std::array<Entry, kCapacity> entries;
  };

  KernelDenialLog(int fd, Ring* ring) : fd_(fd), ring_(ring) {}

  int fd_;
  Ring* ring_;
  uint64_t read_ = 0;
};

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_DENIAL_LOG_H_
