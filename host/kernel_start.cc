#include "host/kernel_start.h"

#include <Python.h>
#include <dlfcn.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "guards/audit_log.h"
#include "guards/file_rules.h"
#include "guards/outcome_guard.h"
#include "guards/tree_record.h"
#include "guards/violation_record.h"
#include "host/native_code.h"

namespace hermetic::host {
namespace {

// The number of the last one, 0 if there was none.
uint64_t RecordDenials(kernel::KernelLayer& layer, const Policy& policy) {
  uint64_t last = 0;
  if (layer.denials() == nullptr) return last;
  for (const kernel::KernelDenial& denial : layer.denials()->ReadNew()) {
    if (policy.trace) {
      std::fprintf(stderr, "[hermetic] blocked socket.%s host=%s reason=no-network\n",
                   denial.operation.c_str(), denial.target.c_str());
    }
    RecordedViolation violation = {
        .guard = GuardId::kNetwork,
        .operation = denial.operation,
        .target = denial.target,
        .message = absl::StrCat("network disabled: ", denial.operation, "(", denial.target, ")"),
        .policy = "--no-network, by the kernel",
        .process_wide = true};
    TellViolation(violation, Action::kRefused);
    last = ViolationRecord::Get().Add(std::move(violation));
  }
  return last;
}

// A level that only records lets every action go on, which the kernel cannot.
absl::Status LeaveToTheInterpreter(std::vector<Policy>& levels) {
  for (Policy& level : levels) {
    if (!level.OnlyTells()) continue;
    if (level.kernel == KernelMode::kRequire) {
      return absl::InvalidArgumentError(absl::StrCat(
          "--kernel=require conflicts with ",
          level.report_only ? "--report-only" : "--on-violation=log", ", which refuses nothing"));
    }
    level.kernel = KernelMode::kOff;
  }
  return absl::OkStatus();
}

absl::StatusOr<kernel::KernelLayer> Hold(kernel::KernelRequest request) {
  request.own_segment = TreeRecord::Get().ticket().segment;
  if (absl::Status status = LeaveToTheInterpreter(request.levels); !status.ok()) return status;
  absl::StatusOr<kernel::KernelLayer> layer = kernel::KernelLayer::Prepare(std::move(request));
  if (!layer.ok()) return layer;
  if (absl::Status status = layer->Commit(); !status.ok()) return status;
  if (const std::string line = layer->MissingLine(); !line.empty()) {
    std::fprintf(stderr, "%s\n", line.c_str());
  }
  return layer;
}

// What layer 1 lets every program read, and this executable, which it starts anew.
std::vector<std::string> ReadableNow() {
  std::vector<std::string> roots = ImportPaths();
  roots.emplace_back("/proc/self/exe");
  return roots;
}

}  // namespace

absl::StatusOr<kernel::KernelLayer> HoldWithKernel(std::vector<Policy> levels, size_t inherited,
                                                   std::vector<std::string> readable_roots,
                                                   bool explain) {
  absl::StatusOr<kernel::KernelLayer> layer = Hold({.levels = std::move(levels),
                                                    .inherited = inherited,
                                                    .readable_roots = std::move(readable_roots),
                                                    .explain = explain});
  if (!layer.ok()) return layer;
  if (explain && !layer->explains()) {
    // The signal would end every program that is executed.
    std::fputs("hermetic: --explain-kernel names callers only with --no-subprocess\n", stderr);
  }
  return layer;
}

absl::Status FinishKernelStart(kernel::KernelLayer& layer, const Policy& policy,
                               const resolver::Target* target) {
  layer.AfterPythonStarted();
  if (!layer.plan().seal_native_code) return absl::OkStatus();
  LoadOwnNativeCode();
  LoadAllowedNativeCode(policy.allow_native,
                        target == nullptr ? std::nullopt : FirstOnPath(*target));
  return layer.SealNativeCode();
}

absl::Status LaterSeals::Hold(const std::vector<LevelRef>& levels) {
  std::vector<Policy> added;
  for (const LevelRef& level : levels) {
    const bool is_held = std::find(held_.begin(), held_.end(), level->policy) != held_.end();
    if (!is_held) added.push_back(level->policy);
  }
  if (added.empty()) return absl::OkStatus();
  absl::StatusOr<kernel::KernelLayer> layer = host::Hold({.levels = added,
                                                          .readable_roots = ReadableNow(),
                                                          .moment = kernel::Moment::kLater,
                                                          .outer = held_});
  if (!layer.ok()) return layer.status();
  held_.insert(held_.end(), added.begin(), added.end());
  layers_.push_back(*std::move(layer));
  return FinishKernelStart(layers_.back(), held_.back(), nullptr);
}

void LaterSeals::TellRefusals() {
  for (kernel::KernelLayer& layer : layers_) TellKernelRefusals(layer, held_.back());
}

void TellKernelRefusals(kernel::KernelLayer& layer, const Policy& policy) {
  const UncaughtRefusal& uncaught = LastUncaughtRefusal();
  const uint64_t last = RecordDenials(layer, policy);
  // The error of the last call that the supervisor refused went uncaught.
  if (last != 0 && uncaught.error == EACCES && uncaught.path.empty()) {
    ViolationRecord::Get().MarkUncaught(last);
  } else if (const std::string hint = layer.Hint(uncaught.error, uncaught.path); !hint.empty()) {
    std::fprintf(stderr, "%s\n", hint.c_str());
  }
}

}  // namespace hermetic::host
