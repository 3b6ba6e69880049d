#include "guards/violation_record.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "profiles/absl_view.h"

namespace hermetic {

ViolationRecord& ViolationRecord::Get() {
  static auto& record = *new ViolationRecord;
  return record;
}

uint64_t ViolationRecord::Add(RecordedViolation violation) {
  ++counts_[static_cast<size_t>(violation.guard)];
  violation.number = ++total_;
  if (entries_.size() < kKept) entries_.push_back(std::move(violation));
  return total_;
}

void ViolationRecord::MarkUncaught(uint64_t number) { uncaught_ = number; }

const RecordedViolation* ViolationRecord::Find(uint64_t number) const {
  return number == 0 || number > entries_.size() ? nullptr : &entries_[number - 1];
}

std::string DescribeViolation(const RecordedViolation& violation) {
  std::string text = absl::StrCat("hermetic: blocked ", AbslView(GuardName(violation.guard)), ": ",
                                  violation.operation);
  if (!violation.target.empty()) absl::StrAppend(&text, " ", violation.target);
  absl::StrAppend(&text, "\n");
  const auto place = [](const CodePlace& at) {
    return at.function.empty() || at.function == "<module>"
               ? absl::StrCat(at.file, ":", at.line)
               : absl::StrCat(at.file, ":", at.line, " in ", at.function);
  };
  if (!violation.program.file.empty()) {
    absl::StrAppend(&text, "  at ", place(violation.program));
    if (!violation.library.file.empty()) {
      absl::StrAppend(&text, " (", violation.library.file, ":", violation.library.line, ")");
    }
    absl::StrAppend(&text, "\n");
  } else if (!violation.library.file.empty()) {
    absl::StrAppend(&text, "  at ", place(violation.library), "\n");
  }
  absl::StrAppend(&text, "  policy: ", violation.policy, "\n");
  if (!violation.fix.empty()) absl::StrAppend(&text, "  to allow it: ", violation.fix, "\n");
  return text;
}

std::string DescribeSwallowed(const Tally& tally, uint64_t swallowed, const std::string& first) {
  if (swallowed == 0) return "";
  std::vector<std::string> kinds;
  for (size_t i = 0; i < kGuardNames.size(); ++i) {
    const uint64_t of_kind = tally.by_guard[i];
    if (of_kind != 0) kinds.push_back(absl::StrCat(of_kind, " ", AbslView(kGuardNames[i])));
  }
  std::string text =
      absl::StrCat("hermetic: ", swallowed, swallowed == 1 ? " violation" : " violations",
                   " swallowed by the program (", absl::StrJoin(kinds, ", "));
  if (tally.in_children != 0) {
    absl::StrAppend(&text, "; ", tally.in_children, " in child processes");
  }
  absl::StrAppend(&text, ")");
  if (!first.empty()) absl::StrAppend(&text, "; first: ", first);
  return absl::StrCat(text, "\n");
}

}  // namespace hermetic
