// --max-memory, --max-cpu, --timeout, --max-processes, --max-file-size: limits
// of a whole process tree, watched by a monitor process that ends all of it.
#ifndef HERMETIC_GUARDS_KERNEL_LIMITS_H_
#define HERMETIC_GUARDS_KERNEL_LIMITS_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "guards/kernel/process_tree.h"
#include "profiles/policy.h"

namespace hermetic::kernel {

struct Limits {
  std::optional<int64_t> memory_bytes;
  std::optional<absl::Duration> cpu;
  std::optional<absl::Duration> timeout;
  std::optional<int64_t> processes;
  std::optional<int64_t> file_size_bytes;
  bool operator==(const Limits&) const = default;
  bool Any() const;
};

// The lowest of each over all levels.
Limits LimitsOf(absl::Span<const Policy> levels);

// The limit that `usage` after `elapsed` exceeds, as it is reported: "memory
// 512 MiB", "timeout 10s"; or empty.
std::string ExceededLimit(const Limits& limits, const TreeUsage& usage, absl::Duration elapsed);

// Starts the monitor for this process and all its descendants. It is a hidden
// child (hidden_child.h) that looks every 10 ms. When a limit is exceeded it
// writes "hermetic: limit: ..." to standard error, ends this process and kills
// the rest: with exit code 124 for the timeout, by SIGXCPU for CPU time and by
// SIGKILL for the others. `supervisor` (or 0) does not count. Before any
// thread; a process of its own outside the inner Landlock domain.
absl::Status StartLimitMonitor(const Limits& limits, pid_t supervisor, Membership membership);

// RLIMIT_FSIZE. After Python has started, which ignores SIGXFSZ: reports the
// limit and ends this process by that signal; the monitor ends the rest.
// Programs that are executed end by the signal's default, without a report.
absl::Status LimitFileSize(int64_t bytes);
void ReportFileSizeSignal();

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_LIMITS_H_
