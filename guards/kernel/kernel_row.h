// What the kernel layer can hold, one row each: the words of --doctor, of
// --print-policy and of the line that --kernel=auto prints.
#ifndef HERMETIC_GUARDS_KERNEL_KERNEL_ROW_H_
#define HERMETIC_GUARDS_KERNEL_KERNEL_ROW_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "profiles/policy.h"

namespace hermetic::kernel {

enum class RowId : uint8_t {
  kBaseDomain,
  kHardening,
  kFiles,
  kReads,
  kProcesses,
  kPrograms,
  kNetwork,
  kNativeCode,
  kLimits,
};

struct RowText {
  RowId id;
  absl::string_view name;
  absl::string_view holds;      // What the kernel enforces.
  absl::string_view uncovered;  // What it does not, all the same.
};

// One per RowId, in its order.
const RowText& TextOf(RowId id);

enum class RowState : uint8_t {
  kActive,
  kInherited,    // An outer hermetic run holds it already.
  kDegraded,     // Held, but more is refused, or less is covered, than asked.
  kUnavailable,  // Not held by the kernel; the audit hook and the guards are.
};
absl::string_view NameOf(RowState state);

struct Row {
  RowId id;
  RowState state = RowState::kActive;
  std::string why;  // For the last two.
  bool operator==(const Row&) const = default;
};

// The rows that a policy asks for.
std::vector<RowId> RowsAsked(const Policy& policy);

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_KERNEL_ROW_H_
