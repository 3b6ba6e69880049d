#include "guards/kernel/kernel_row.h"

#include <iterator>

#include "guards/kernel/limits.h"

namespace hermetic::kernel {
namespace {

constexpr RowText kRows[] = {
    {RowId::kBaseDomain, "base domain",
     "no writes beneath /proc and /sys; signals, ptrace and abstract sockets stay inside",
     "kernel bugs, exhaustion of what is not limited, side channels"},
    {RowId::kHardening, "hardening", "system calls that reach into other processes or the machine",
     "clone3 and io_uring answer ENOSYS, so programs fall back"},
    {RowId::kFiles, "files", "no writes but to --allow-write; no changes of mode, owner or times",
     "descriptors already open, memfds, /dev/shm while subprocesses are allowed; with "
     "--allow-write: mode, owner, times and attributes of any file that the user owns"},
    {RowId::kReads, "reads", "only the granted trees, without --deny-read, can be read",
     "stat and the existence of paths; names beside and beneath --deny-read; command lines of "
     "other processes"},
    {RowId::kProcesses, "processes", "no new process and no new program; threads work",
     "asking a reachable daemon to run something"},
    {RowId::kPrograms, "programs", "only --allow-run can be executed",
     "what an allowed program starts by itself: `ld.so PROGRAM`, an allowed shell's or "
     "interpreter's scripts; forking"},
    {RowId::kNetwork, "network", "sockets of any kind, from any library and any child",
     "pipes and standard streams; with --allow-localhost any proxy or daemon that listens here; "
     "with --allow-domain other sites on the same address, and allowed names as a channel"},
    {RowId::kNativeCode, "native code", "no executable memory after start-up",
     "code that is mapped already, the interpreter's own modules included"},
    {RowId::kLimits, "limits", "memory, CPU time, processes and time of the whole process tree",
     "up to 10 ms of excess; memory in memfds and tmpfs files that nobody has mapped"},
};

}  // namespace

const RowText& TextOf(RowId id) {
  static_assert(std::size(kRows) == static_cast<size_t>(RowId::kLimits) + 1);
  return kRows[static_cast<size_t>(id)];
}

absl::string_view NameOf(RowState state) {
  constexpr absl::string_view kNames[] = {"active", "inherited", "degraded", "unavailable"};
  return kNames[static_cast<size_t>(state)];
}

std::vector<RowId> RowsAsked(const Policy& policy) {
  if (!policy.RestrictsAnything()) return {};
  std::vector<RowId> rows{RowId::kBaseDomain, RowId::kHardening};
  if (policy.fs_readonly) rows.push_back(RowId::kFiles);
  if (!policy.fs_root.empty() || !policy.deny_read.empty()) rows.push_back(RowId::kReads);
  if (policy.no_subprocess) {
    rows.push_back(policy.allow_run.empty() ? RowId::kProcesses : RowId::kPrograms);
  }
  if (policy.no_network) rows.push_back(RowId::kNetwork);
  if (policy.block_native) rows.push_back(RowId::kNativeCode);
  if (LimitsOf({&policy, 1}).Any()) rows.push_back(RowId::kLimits);
  return rows;
}

}  // namespace hermetic::kernel
