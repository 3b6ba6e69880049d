#include "guards/policy_level.h"

#include <algorithm>
#include <utility>

#include "guards/file_levels.h"
#include "guards/violation.h"

namespace hermetic {
namespace {

GuardMask GuardsOf(const Policy& policy) {
  GuardMask mask = 0;
  const auto add = [&mask](GuardId id, bool on) { mask |= on ? MaskOf(id) : 0; };
  add(GuardId::kNetwork, policy.no_network);
  add(GuardId::kSubprocess, policy.no_subprocess);
  add(GuardId::kFilesystem,
      policy.fs_readonly || !policy.fs_root.empty() || !policy.deny_read.empty());
  add(GuardId::kEnvironment, policy.no_environment || policy.scrub_env);
  add(GuardId::kCodeExec, policy.no_code_exec);
  add(GuardId::kImports, policy.RestrictsAnything());
  add(GuardId::kInterpreter, policy.no_interpreter_mutation);
  add(GuardId::kSeal, policy.seal);
  return mask;
}

// The stack of the process; never destroyed, since guarded builtins may run
// until the very end of the process.
ActivePolicy& Stack() {
  static auto& stack = *new ActivePolicy;
  return stack;
}

}  // namespace

PolicyLevel::PolicyLevel(Policy policy_in,
                         std::map<std::string, std::string, std::less<>> origins_in)
    : policy(std::move(policy_in)),
      origins(std::move(origins_in)),
      guards(GuardsOf(policy)),
      network(NetworkRules::Compile(policy)),
      files(FileRules::Compile(policy)),
      environment(EnvironmentRules::Compile(policy)),
      imports(ImportRules::Compile(policy)),
      run(RunRules::Compile(policy, SearchPath())) {}

Verdict Refuse(const PolicyLevel& level, Violation violation) {
  violation.level = level.shared_from_this();
  return std::make_unique<Violation>(std::move(violation));
}

std::atomic<GuardMask> ActivePolicy::mask_{0};

const ActivePolicy& ActivePolicy::Get() { return Stack(); }

uint64_t ActivePolicy::Push(LevelRef level) {
  ActivePolicy& stack = Stack();
  const bool seals = level->policy.seal;
  stack.levels_.push_back(std::move(level));
  stack.tokens_.push_back(++stack.last_token_);
  stack.sealed_ |= seals;
  stack.Publish();
  return stack.last_token_;
}

LevelRef ActivePolicy::Remove(uint64_t token) {
  ActivePolicy& stack = Stack();
  if (stack.sealed_) return nullptr;
  const auto found = std::find(stack.tokens_.begin(), stack.tokens_.end(), token);
  if (found == stack.tokens_.end()) return nullptr;
  const auto level = stack.levels_.begin() + (found - stack.tokens_.begin());
  LevelRef removed = std::move(*level);
  stack.levels_.erase(level);
  stack.tokens_.erase(found);
  stack.Publish();
  return removed;
}

bool ActivePolicy::IsSealed() { return Stack().sealed_; }

void ActivePolicy::SetNotArmedYet(bool waiting) {
  Stack().waiting_ = waiting;
  Stack().Publish();
}

void ActivePolicy::Publish() {
  GuardMask mask = 0;
  for (const LevelRef& level : levels_) mask |= level->guards | kAnyPolicy;
  FileLevels::Publish(levels_);
  mask_.store(waiting_ ? kNotArmedYet : mask, std::memory_order_relaxed);
}

}  // namespace hermetic
