#include "guards/kernel/limits.h"

#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "guards/kernel/filter_rules.h"
#include "guards/kernel/hidden_child.h"
#include "guards/kernel/syscall_filter.h"
#include "profiles/exit_codes.h"

namespace hermetic::kernel {
namespace {

constexpr int kLookMilliseconds = 10;
constexpr int kGraceMilliseconds = 500;
// How the monitor tells this process to end with the exit code of a timeout. No
// program uses it: the coprocessor that it is named for has never existed.
constexpr int kTimeoutSignal = SIGSTKFLT;

// For the signal handler: prepared text, and a flag that the monitor sees.
struct FileSizeReport {
  std::atomic<bool> exceeded;
  std::array<char, 80> line;
};
FileSizeReport* file_size_report = nullptr;

template <typename T>
void Lower(std::optional<T>& limit, const std::optional<T>& other) {
  if (other && (!limit || *other < *limit)) limit = other;
}

std::string FormatBytes(int64_t bytes) {
  constexpr std::pair<int64_t, absl::string_view> kUnits[] = {
      {1LL << 40, "TiB"}, {1LL << 30, "GiB"}, {1LL << 20, "MiB"}, {1LL << 10, "KiB"}};
  for (const auto& [size, name] : kUnits) {
    if (bytes >= size && bytes % size == 0) return absl::StrCat(bytes / size, " ", name);
  }
  return absl::StrCat(bytes, " bytes");
}

std::string ReportLine(absl::string_view what) {
  return absl::StrCat("hermetic: limit: ", what, "\n");
}

extern "C" void EndByTimeout(int) { _exit(static_cast<int>(ExitCode::kTimeout)); }

extern "C" void EndByFileSize(int) {
  file_size_report->exceeded = true;
  const ssize_t ignored =
      write(STDERR_FILENO, file_size_report->line.data(), strlen(file_size_report->line.data()));
  static_cast<void>(ignored);
  signal(SIGXFSZ, SIG_DFL);
  raise(SIGXFSZ);
}

void KeepStandardErrorOnly() {
  syscall(SYS_close_range, 0U, 1U, 0U);
  syscall(SYS_close_range, 3U, ~0U, 0U);
}

// True if `pidfd` ended within the time.
bool Ends(int pidfd, int milliseconds) {
  pollfd ended{pidfd, POLLIN, 0};
  return poll(&ended, 1, milliseconds) > 0;
}

void EndTree(absl::string_view limit, pid_t root, int pidfd, ProcessTree& tree) {
  const std::string line = ReportLine(limit);
  const ssize_t ignored = write(STDERR_FILENO, line.data(), line.size());
  static_cast<void>(ignored);
  // The root first, so that it ends as the limit says.
  if (absl::StartsWith(limit, "timeout")) {
    kill(root, kTimeoutSignal);
    Ends(pidfd, kGraceMilliseconds);
  } else if (absl::StartsWith(limit, "cpu")) {
    kill(root, SIGXCPU);
    Ends(pidfd, kGraceMilliseconds);
  }
  tree.Kill();
}

[[noreturn]] void RunMonitor(const Limits& limits, pid_t root, pid_t supervisor,
                             Membership membership, absl::Time start) {
  KeepStandardErrorOnly();
  const UniqueFd pidfd(static_cast<int>(syscall(SYS_pidfd_open, root, 0)));
  const absl::StatusOr<FilterProgram> confinement = CompileFilter(SupervisorRules(), kNativeArch);
  if (confinement.ok()) LoadFilter(*confinement, Listener::kNone, Threads::kThisOne).IgnoreError();
  ProcessTree tree(root, supervisor, membership);
  bool root_is_there = true;
  while (tree.Refresh()) {
    const TreeUsage usage = tree.Usage();
    std::string limit = ExceededLimit(limits, usage, absl::Now() - start);
    if (absl::StartsWith(limit, "memory") && tree.ProportionalMemory() <= *limits.memory_bytes) {
      limit.clear();  // Pages that forked processes share count once.
    }
    if (!limit.empty()) {
      EndTree(limit, root, pidfd.get(), tree);
      break;
    }
    if (file_size_report->exceeded) {
      Ends(pidfd.get(), kGraceMilliseconds);  // By SIGXFSZ, as it is about to.
      tree.Kill();
      break;
    }
    if (root_is_there) {
      root_is_there = !Ends(pidfd.get(), kLookMilliseconds);
      if (!root_is_there) close(STDERR_FILENO);  // Somebody may wait for its end.
    } else {
      usleep(kLookMilliseconds * 1000);
    }
  }
  _exit(EXIT_SUCCESS);
}

}  // namespace

bool Limits::Any() const { return *this != Limits(); }

Limits LimitsOf(absl::Span<const Policy> levels) {
  Limits limits;
  for (const Policy& level : levels) {
    Lower(limits.memory_bytes, level.max_memory_bytes);
    Lower(limits.cpu, level.max_cpu);
    Lower(limits.timeout, level.timeout);
    Lower(limits.processes, level.max_processes);
    Lower(limits.file_size_bytes, level.max_file_size_bytes);
  }
  return limits;
}

std::string ExceededLimit(const Limits& limits, const TreeUsage& usage, absl::Duration elapsed) {
  if (limits.timeout && elapsed >= *limits.timeout) {
    return absl::StrCat("timeout ", absl::FormatDuration(*limits.timeout));
  }
  if (limits.memory_bytes && usage.memory_bytes > *limits.memory_bytes) {
    return absl::StrCat("memory ", FormatBytes(*limits.memory_bytes));
  }
  if (limits.cpu && absl::Seconds(usage.cpu_seconds) > *limits.cpu) {
    return absl::StrCat("cpu ", absl::FormatDuration(*limits.cpu));
  }
  if (limits.processes && usage.processes > *limits.processes) {
    return absl::StrCat("processes ", *limits.processes);
  }
  return {};
}

absl::Status StartLimitMonitor(const Limits& limits, pid_t supervisor, Membership membership) {
  void* shared = mmap(nullptr, sizeof(FileSizeReport), PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) return absl::ErrnoToStatus(errno, "limits");
  file_size_report = static_cast<FileSizeReport*>(shared);  // All zero bytes.
  if (limits.timeout) signal(kTimeoutSignal, EndByTimeout);
  const absl::Time start = absl::Now();
  const pid_t root = getpid();
  const absl::StatusOr<HiddenChild> child =
      StartHiddenChild(Descriptors::kCopied, "hermetic-limits");
  if (!child.ok()) return child.status();
  if (child->pid == 0) RunMonitor(limits, root, supervisor, membership, start);
  return absl::OkStatus();
}

absl::Status LimitFileSize(int64_t bytes) {
  const rlimit limit{static_cast<rlim_t>(bytes), static_cast<rlim_t>(bytes)};
  if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return absl::ErrnoToStatus(errno, "RLIMIT_FSIZE");
  return absl::OkStatus();
}

void ReportFileSizeSignal() {
  rlimit limit;
  getrlimit(RLIMIT_FSIZE, &limit);
  if (file_size_report == nullptr || limit.rlim_cur == RLIM_INFINITY) return;
  const std::string line =
      ReportLine(absl::StrCat("file size ", FormatBytes(static_cast<int64_t>(limit.rlim_cur))));
  line.copy(file_size_report->line.data(), file_size_report->line.size() - 1);
  signal(SIGXFSZ, EndByFileSize);
}

}  // namespace hermetic::kernel
