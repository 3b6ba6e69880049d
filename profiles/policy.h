// The policy: what a program may do. This room (profiles/) describes policies
// and where each value came from; it knows neither Python nor the kernel, and
// depends on no other room. guards/ compiles a Policy into decisions.
#ifndef HERMETIC_PROFILES_POLICY_H_
#define HERMETIC_PROFILES_POLICY_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"

namespace hermetic {

enum class KernelMode : uint8_t {
  kAuto,     // Take what the machine gives and say what is missing.
  kRequire,  // Refuse to start without every row that the policy asks for.
  kOff,      // Audit hook and builtin guards only.
};

// What a violation does to the program, after it has been recorded.
enum class OnViolation : uint8_t {
  kRaise,    // PolicyViolation, a RuntimeError.
  kOsError,  // PolicyViolation that is a PermissionError too.
  kKill,     // The process ends with exit code 2.
  kLog,      // The action goes on.
};

// Plain data, comparable; default-constructed it allows everything, as python3
// does. A field is named like its option, without dashes. Lists keep the
// order in which they were given and hold no duplicates.
struct Policy {
  // Network.
  bool no_network = false;
  bool allow_localhost = false;
  std::vector<std::string> allow_domain;  // Lower case; D covers D and *.D.
  std::vector<std::string> allow_host;    // HOST[:PORT], address or CIDR.
  bool allow_unix = false;

  // Processes.
  bool no_subprocess = false;
  std::vector<std::string> allow_run;  // Absolute paths or names on PATH.

  // Files. Paths are absolute and lexically normal.
  bool fs_readonly = false;
  std::string fs_root;  // Empty: reads are not limited.
  std::vector<std::string> allow_read;
  std::vector<std::string> allow_write;
  std::vector<std::string> deny_read;

  // Environment.
  bool no_environment = false;         // Reading raises.
  std::vector<std::string> allow_env;  // NAME or PREFIX*.
  bool scrub_env = false;              // What is not allowed is absent.

  // Code.
  bool no_code_exec = false;
  std::vector<std::string> allow_code_exec;  // Package names.
  bool no_interpreter_mutation = false;
  bool block_native = false;
  std::vector<std::string> allow_native;  // Module names.
  std::vector<std::string> deny_import;   // Module names; covers NAME.*.

  // Resource limits; absent means unlimited.
  std::optional<int64_t> max_memory_bytes;
  std::optional<absl::Duration> max_cpu;
  std::optional<absl::Duration> timeout;
  std::optional<int64_t> max_processes;
  std::optional<int64_t> max_file_size_bytes;

  // Enforcement and telling.
  bool seal = false;
  KernelMode kernel = KernelMode::kAuto;
  OnViolation on_violation = OnViolation::kRaise;
  bool fail_on_violation = false;
  bool report_only = false;  // Decide and record, refuse nothing.
  bool trace = false;
  std::string audit_log;  // Path, or empty.
  std::string report;     // Path, or empty.

  bool operator==(const Policy&) const = default;

  // True if the policy refuses or limits anything at all; false means that
  // the process is to be indistinguishable from python3.
  bool RestrictsAnything() const;

  // True if what the policy forbids is recorded and goes on.
  bool OnlyTells() const { return report_only || on_violation == OnViolation::kLog; }
};

}  // namespace hermetic

#endif  // HERMETIC_PROFILES_POLICY_H_
