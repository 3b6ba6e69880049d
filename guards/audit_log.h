// Files that tell of violations: --audit-log, a line of JSON for each as it
// happens, and --report, a summary at the end.
#ifndef HERMETIC_GUARDS_AUDIT_LOG_H_
#define HERMETIC_GUARDS_AUDIT_LOG_H_

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "absl/status/status.h"
#include "guards/tree_record.h"
#include "guards/violation_record.h"

namespace hermetic {

struct FileIdentity {
  uint64_t device = 0;
  uint64_t inode = 0;
  bool operator==(const FileIdentity&) const = default;
};

// A file that we hold open at a high descriptor, and which is told from what a
// program may have put there in its place.
class AuditLog {
 public:
  // The log that covers this process and all it starts: opened here, or handed
  // down. And one that a child was given for itself in addition.
  static AuditLog& HandedDown();
  static AuditLog& Own();

  // Takes over `descriptor` if it is the file `identity`.
  void Adopt(int descriptor, const FileIdentity& identity);

  bool IsOpen() const { return descriptor_ >= 0 && IsAt(descriptor_); }
  bool IsAt(int descriptor) const;
  int descriptor() const { return descriptor_; }
  const FileIdentity& identity() const { return identity_; }

  // Adds the newline; the whole line goes out at once, so that the lines of
  // several processes do not mix. False if the file is gone from its descriptor.
  bool Write(std::string_view line) const;

  // Writes what processes that had lost the descriptor left in the record, and what
  // the program has taken out since.
  void TakeLeftovers();

 private:
  friend absl::Status OpenAuditLog(const std::string& path);

  using Lines = std::unordered_set<std::string>;
  // Those of this run. nullopt where there is no file, or none that we may read.
  std::optional<Lines> ReadBack() const;

  std::string path_;
  off_t begin_ = 0;  // Of this run, in the file.
  int descriptor_ = -1;
  FileIdentity identity_;
};

// What became of what was refused.
enum class Action : uint8_t {
  kRefused,
  kAllowed,  // --report-only, --on-violation=log.
  kProbe,    // Refused plainly and not counted.
};

// One line of JSON, of at most TreeRecord::kLineBytes; no newline.
std::string LogLine(const RecordedViolation& violation, Action action);

// Writes the line to the logs and, unless it is a probe, into the record of the tree.
void TellViolation(const RecordedViolation& violation, Action action);

// Has violations logged to `path`, which is created if it is not there. Where a
// log was handed down, this one covers the process itself, unless it is the same.
absl::Status OpenAuditLog(const std::string& path);

// "network disabled: connect(H) at app.py:3": the first one of the whole tree
// that the record still has, or empty.
std::string FirstViolation();

// Has `path` written at the end; fails if it cannot be.
absl::Status OpenReport(const std::string& path);

// At the end of the process, however it comes: completes the log of the tree, if
// it is ours to complete, and writes the report.
void FinishLogs(int exit_code);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_AUDIT_LOG_H_
