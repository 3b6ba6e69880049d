// What a guard answers when it refuses something.
#ifndef HERMETIC_GUARDS_VIOLATION_H_
#define HERMETIC_GUARDS_VIOLATION_H_

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "guards/guard_id.h"

namespace hermetic {

struct PolicyLevel;

// How the refusal looks to the program when the policy says `raise`.
enum class Raised : uint8_t {
  kViolation,                 // PolicyViolation, a RuntimeError.
  kImportViolation,           // PolicyViolation that is an ImportError too.
  kAsCauseOfPermissionError,  // Where CPython swallows every RuntimeError.
  kSilently,                  // Nothing happened: CPython is to leave out what comes next.
};

// All text is printable and free of secrets: no argv, no environment values,
// no file contents.
struct Violation {
  GuardId guard;
  std::string_view operation;  // Literal, e.g. "connect".
  std::string target;          // Host, path or module; empty where there is none.
  std::string message;         // str(exception), as compatibility.md section 2 has it.
  std::string trace;           // The trace line after "[hermetic] ".
  std::string_view option;     // The option that refuses, e.g. "--no-network".
  std::string fix;             // The option that would allow it, or empty.
  std::string shown = "";      // The target as reports show it, if that says more.
  Raised raised = Raised::kViolation;
  std::shared_ptr<const PolicyLevel> level = nullptr;  // That refused; set by Refuse().
};

// Null when the action is allowed: the allow path allocates nothing.
using Verdict = std::unique_ptr<Violation>;

inline constexpr std::nullptr_t kAllowed = nullptr;

// A refusal by `level`, which is one of those that ActivePolicy holds.
Verdict Refuse(const PolicyLevel& level, Violation violation);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_VIOLATION_H_
