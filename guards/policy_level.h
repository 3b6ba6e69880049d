// A policy compiled for the decisions of the in-process guards, and the stack
// of those levels that is in force.
#ifndef HERMETIC_GUARDS_POLICY_LEVEL_H_
#define HERMETIC_GUARDS_POLICY_LEVEL_H_

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "guards/environment_rules.h"
#include "guards/file_rules.h"
#include "guards/guard_id.h"
#include "guards/import_rules.h"
#include "guards/network_rules.h"
#include "guards/run_rules.h"
#include "profiles/policy.h"

namespace hermetic {

// One level, immutable. Every level is asked, and each must consent.
struct PolicyLevel : std::enable_shared_from_this<PolicyLevel> {
  // `origins` says for an option ("--no-network") where it came from
  // ("profile net-hermetic (pyproject.toml:12)"); the option itself if absent.
  explicit PolicyLevel(Policy policy, std::map<std::string, std::string, std::less<>> origins = {});

  Policy policy;
  std::map<std::string, std::string, std::less<>> origins;
  GuardMask guards;           // The guards that have something to refuse here.
  bool process_wide = false;  // Not a `with` block: holds to the end of the process.
  bool handed_down = false;   // By the process that started this one.
  NetworkRules network;
  FileRules files;
  EnvironmentRules environment;
  ImportRules imports;
  RunRules run;
};

using LevelRef = std::shared_ptr<const PolicyLevel>;

// The levels in force, outermost first. Process-wide, for all threads and
// interpreters. All calls but Mask() need the GIL; a reference stays good until
// the GIL is given up.
class ActivePolicy {
 public:
  // Which guards have anything to refuse at all. One relaxed load: the test
  // that every event and every guarded builtin starts with.
  static GuardMask Mask() { return mask_.load(std::memory_order_relaxed); }

  static const ActivePolicy& Get();

  // Puts `level` on top and returns a token for Remove, never 0.
  static uint64_t Push(LevelRef level);

  // Takes back what Push put there, wherever it stands by now, and returns it.
  // Null, without effect, for an unknown token and for a level that is sealed.
  static LevelRef Remove(uint64_t token);

  // A sealed level was pushed: no level can be removed any more, those of later
  // pushes included.
  static bool IsSealed();

  // Between InstallAuditHook and Arm the hook only waits for its moment.
  static void SetNotArmedYet(bool waiting);

  const std::vector<LevelRef>& levels() const { return levels_; }

  // The first refusal of a level on which `guard` is active, outermost first.
  template <typename Decide>
  auto FirstRefusal(GuardId guard, Decide&& decide) const
      -> decltype(decide(*std::declval<LevelRef>())) {
    // By number and by own reference: a program that is called back meanwhile (by
    // its audit hook) can change the levels.
    for (size_t i = 0; i < levels_.size(); ++i) {
      const LevelRef level = levels_[i];
      if ((level->guards & MaskOf(guard)) == 0) continue;
      if (auto refusal = decide(*level)) return refusal;
    }
    return {};
  }

 private:
  void Publish();

  std::vector<LevelRef> levels_;
  std::vector<uint64_t> tokens_;
  uint64_t last_token_ = 0;
  bool sealed_ = false;
  bool waiting_ = false;
  static std::atomic<GuardMask> mask_;
};

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_POLICY_LEVEL_H_
