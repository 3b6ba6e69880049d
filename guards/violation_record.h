// Every violation of the process, in C++ memory that no Python object leads to.
#ifndef HERMETIC_GUARDS_VIOLATION_RECORD_H_
#define HERMETIC_GUARDS_VIOLATION_RECORD_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "guards/guard_id.h"
#include "guards/tree_record.h"
#include "guards/violation.h"

namespace hermetic {

// Where in the program it happened: the innermost frame of the program's own
// files, and the innermost frame of a library where that is another one.
struct CodePlace {
  std::string file;
  int line = 0;
  std::string function;
};

struct RecordedViolation {
  GuardId guard;
  std::string operation;
  std::string target;
  std::string message;
  std::string policy;  // "--no-network, from profile net-hermetic"
  std::string fix;
  CodePlace program;
  CodePlace library;
  bool process_wide = false;  // Refused by a level that is not a `with` block.
  uint64_t number = 0;        // Counts from 1; carried by the exception.
};

// Not thread-safe by itself: every call needs the GIL, or a process that has no
// interpreter any more.
class ViolationRecord {
 public:
  static ViolationRecord& Get();

  // Returns the number of the violation.
  uint64_t Add(RecordedViolation violation);

  // The program did not catch violation `number`, or one of a process that it
  // started (0).
  void MarkUncaught(uint64_t number);
  bool has_uncaught() const { return uncaught_.has_value(); }
  // Null if there is none, or its entry is not here.
  const RecordedViolation* uncaught() const { return Find(uncaught_.value_or(0)); }

  uint64_t total() const { return total_; }
  uint64_t CountOf(GuardId guard) const { return counts_[static_cast<size_t>(guard)]; }
  // The first ones, up to kKept; the counts above know no limit.
  const std::vector<RecordedViolation>& entries() const { return entries_; }
  const RecordedViolation* Find(uint64_t number) const;

  static constexpr size_t kKept = 100'000;

 private:
  std::vector<RecordedViolation> entries_;
  std::array<uint64_t, kGuardNames.size()> counts_{};
  uint64_t total_ = 0;
  std::optional<uint64_t> uncaught_;
};

// "hermetic: blocked network: connect to H\n  at ...\n  policy: ...\n  to allow
// it: ...\n", as design.md section 6 shows it.
std::string DescribeViolation(const RecordedViolation& violation);

// One line about what the program and all it started swallowed, or empty.
// `first` is where it began, or empty.
std::string DescribeSwallowed(const Tally& tally, uint64_t swallowed, const std::string& first);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_VIOLATION_RECORD_H_
