#include "guards/spawn_preparation.h"

#include <unistd.h>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "guards/audit_log.h"
#include "guards/environment_rules.h"
#include "guards/exec_gate.h"
#include "guards/file_rules.h"
#include "guards/policy_handover.h"
#include "guards/policy_level.h"
#include "profiles/option_value.h"
#include "profiles/stack_text.h"

namespace hermetic {
namespace {

constexpr absl::string_view kParent = "the parent process";

const ExecState* state_for_good = nullptr;
bool is_stale = false;  // Levels of `with` blocks are in force and not in it.

std::vector<LevelRef> LevelsForGood() {
  std::vector<LevelRef> levels = ActivePolicy::Get().levels();
  if (!ActivePolicy::IsSealed()) {
    std::erase_if(levels, [](const LevelRef& level) { return !level->process_wide; });
  }
  return levels;
}

// "the parent process", and where it had the value from.
std::string OriginInChild(const PolicyLevel& level, const std::string& flag) {
  const auto origin = level.origins.find(flag);
  if (origin == level.origins.end()) return std::string(kParent);
  if (absl::StartsWith(origin->second, kParent)) return origin->second;
  return absl::StrCat(kParent, ": ", origin->second);
}

PolicyWithOrigins AsHandedDown(const PolicyLevel& level) {
  PolicyWithOrigins down;
  down.policy = level.policy;
  // By file: the child's PATH is its parent's to choose.
  down.policy.allow_run = level.run.programs();
  if (!down.policy.fs_root.empty()) {  // A worker imports its parent's program.
    const std::vector<std::string> imports = ImportPaths();
    down.policy.allow_read.insert(down.policy.allow_read.end(), imports.begin(), imports.end());
  }
  for (const Option& option : AllOptions()) {
    const std::vector<std::string> values = ReadValues(option, down.policy);
    if (values == ReadValues(option, Policy())) continue;
    const Origin origin = {SourceKind::kParent, OriginInChild(level, FlagName(option))};
    down.origins[OptionIndex(option)].assign(values.size(), origin);
  }
  return down;
}

// What the record says where Python cannot be told any more.
std::string RefusalLine(const PolicyLevel& level) {
  RecordedViolation violation;
  violation.guard = GuardId::kSubprocess;
  violation.operation = "start a process";
  violation.message = "subprocess disabled";
  violation.policy = "--no-subprocess";
  const auto origin = level.origins.find(violation.policy);
  if (origin != level.origins.end()) absl::StrAppend(&violation.policy, ", from ", origin->second);
  return LogLine(violation, Action::kRefused);
}

std::vector<std::string> LinkerVariables() {
  std::vector<std::string> variables;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    if (SteersLinker(*entry)) variables.emplace_back(*entry);
  }
  return variables;
}

std::unique_ptr<ExecState> Describe(const std::vector<LevelRef>& levels) {
  static const auto& linker_variables = *new std::vector<std::string>(LinkerVariables());
  auto state = std::make_unique<ExecState>();
  state->linker_variables = linker_variables;
  PolicyStack stack;
  for (const LevelRef& level : levels) {
    const Policy& policy = level->policy;
    Stack(AsHandedDown(*level), &stack);
    if (policy.OnlyTells()) continue;
    if (policy.no_environment || policy.scrub_env) state->environment.push_back(level->environment);
    if (!policy.no_subprocess) continue;
    state->run.push_back(level->run);
    state->refusal = RefusalLine(*level);
  }
  state->text = SerializeStack(stack);
  return state;
}

// One per set of levels that ever was in force when something was started;
// kept, because threads and children read it without a lock.
const ExecState* StateOf(const std::vector<LevelRef>& levels) {
  if (levels.empty()) return nullptr;
  static auto& states = *new std::map<std::string, std::unique_ptr<ExecState>>;
  std::unique_ptr<ExecState> state = Describe(levels);
  std::unique_ptr<ExecState>& known = states[state->text];
  if (known == nullptr) known = std::move(state);
  return known.get();
}

}  // namespace

void NoteLevels() {
  static auto& noted = *new std::vector<LevelRef>;
  static size_t imports = 0;
  std::vector<LevelRef> levels = LevelsForGood();
  const size_t imports_now =
      ImportDirectories().paths().size() + ProgramDirectories().paths().size();
  if (levels != noted || imports != imports_now) {
    imports = imports_now;
    state_for_good = StateOf(levels);
    noted = std::move(levels);
  }
  is_stale = noted.size() != ActivePolicy::Get().levels().size();
  SetExecState(state_for_good);
}

void PrepareSpawn() {
  if (!is_stale) return;
  SetExecState(StateOf(ActivePolicy::Get().levels()));
  is_stale = false;
}

}  // namespace hermetic
