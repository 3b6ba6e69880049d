// The file, TCP and scope rules of a policy for Landlock: a value that can be
// printed and compared, and the calls that put it in force.
//
// Not covered by Landlock: metadata (filter_rules.h refuses those calls),
// descriptors that are already open, memfds, stat and the existence of paths,
// UDP, and pathname sockets (up to ABI 7).
#ifndef HERMETIC_GUARDS_KERNEL_LANDLOCK_RULESET_H_
#define HERMETIC_GUARDS_KERNEL_LANDLOCK_RULESET_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "guards/kernel/every_thread.h"
#include "profiles/policy.h"

namespace hermetic::kernel {

struct PathRule {
  std::string path;  // A directory stands for all that is beneath it.
  uint64_t rights;   // FileRight; directory rights fall away on other files.
  bool operator==(const PathRule&) const = default;
};

// A layer: what is handled is denied except where a rule grants it.
struct LandlockRuleset {
  uint64_t handled_files = 0;
  uint64_t handled_network = 0;  // Without rules: all TCP of that kind is denied.
  uint64_t scopes = 0;
  std::vector<PathRule> rules;
  bool operator==(const LandlockRuleset&) const = default;

  bool empty() const { return handled_files == 0 && handled_network == 0 && scopes == 0; }
};

// What compiling needs to know about the machine; collected by ReadMachineFacts
// or written down by a test.
struct MachineFacts {
  std::vector<std::string> root_entries;    // "/usr", "/home", ... without /proc and /sys.
  std::vector<std::string> readable_roots;  // Interpreter prefixes, script directory.
  std::vector<std::string> executables;     // --allow-run, resolved, with what they need.
  // --allow-write; where a path does not exist, the directory that it would be
  // made in stands for it, because a rule needs an inode.
  std::vector<std::string> writable;
  std::vector<std::string> missing_writable;  // Those that do not exist.
  // For each --deny-read path: what lies beside it and beside its ancestors.
  std::vector<std::string> beside_denied;
};

// Pure. The layers for one level, to be committed in order: one, and a second
// for --deny-read, because a layer can only list what it allows. None for an
// `abi` below 1 and for a policy that restricts nothing.
std::vector<LandlockRuleset> CompileRulesets(const Policy& policy, int abi,
                                             const MachineFacts& facts);

// An inner layer that refuses nothing of its own, so that what runs in it cannot
// signal or trace a process that was started before it.
LandlockRuleset InnerDomain(int abi);

std::string Describe(const LandlockRuleset& ruleset);

MachineFacts ReadMachineFacts(const Policy& policy, std::vector<std::string> readable_roots);

// Restricts the threads and what they start, for good, and takes new privileges
// from them. Paths that do not exist are left out. kResourceExhausted: the kernel's
// limit of 16 layers is reached; kDeadlineExceeded: a thread does not answer.
absl::Status Commit(const LandlockRuleset& ruleset, Threads threads);

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_LANDLOCK_RULESET_H_
