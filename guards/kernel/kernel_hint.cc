#include "guards/kernel/kernel_hint.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace hermetic::kernel {
namespace {

enum class Operand : uint8_t { kAny, kNoPath, kPath, kPathInProc };

struct Answer {
  RowId row;
  int error;
  Operand operand;
  absl::string_view option;
};

constexpr absl::string_view kEveryPolicy = "every policy (signals, other processes, the machine)";

constexpr Answer kAnswers[] = {
    {RowId::kFiles, EACCES, Operand::kAny, "--fs-readonly"},
    {RowId::kFiles, EPERM, Operand::kAny, "--fs-readonly"},
    {RowId::kReads, EACCES, Operand::kPath, "--fs-readonly=ROOT or --deny-read"},
    {RowId::kProcesses, EPERM, Operand::kAny, "--no-subprocess"},
    {RowId::kPrograms, EACCES, Operand::kPath, "--allow-run"},
    {RowId::kNetwork, EACCES, Operand::kNoPath, "--no-network"},
    {RowId::kNetwork, EPERM, Operand::kNoPath, "--no-network"},
    {RowId::kNativeCode, EPERM, Operand::kNoPath, "--block-native"},
    {RowId::kBaseDomain, EACCES, Operand::kPathInProc, "every policy (writes beneath /proc, /sys)"},
    {RowId::kHardening, EPERM, Operand::kNoPath, kEveryPolicy},
};

bool Fits(Operand operand, absl::string_view path) {
  switch (operand) {
    case Operand::kAny:
      return true;
    case Operand::kNoPath:
      return path.empty();
    case Operand::kPath:
      return !path.empty();
    case Operand::kPathInProc:
      return absl::StartsWith(path, "/proc/") || absl::StartsWith(path, "/sys/");
  }
  return false;
}

}  // namespace

std::string KernelHint(absl::Span<const Row> rows, int error, absl::string_view path) {
  std::vector<absl::string_view> options;
  for (const Answer& answer : kAnswers) {
    const bool in_force = std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
      return row.id == answer.row && row.state != RowState::kUnavailable;
    });
    if (in_force && answer.error == error && Fits(answer.operand, path)) {
      options.push_back(answer.option);
    }
  }
  if (options.empty()) return {};
  return absl::StrCat("hermetic: ", strerrorname_np(error),
                      " may be the answer of the kernel layer, for: ", absl::StrJoin(options, ", "),
                      "; --explain-kernel names the caller");
}

}  // namespace hermetic::kernel
