// The kernel layer, as main() uses it. guards/kernel/ holds a policy against
// native code and child processes; it knows no Python and nothing of the other
// guards but their rules.
//
// In main(), in this order:
//   1. policy, target and readable roots are known; no thread, no Python yet:
//        auto layer = KernelLayer::Prepare(request);
//      An error ends the start (exit code 1).
//   2. at once:  layer->Commit();  an error ends the start. Under --kernel=auto
//      layer->MissingLine() is to be printed on standard error if not empty.
//   3. Py_PreInitialize..., Py_InitializeFromConfig.
//   4. after that, before user code: layer->AfterPythonStarted(); then, under
//      --block-native, with every permitted extension module loaded,
//      layer->SealNativeCode().
//   5. when violations are counted: layer->denials() has those of the kernel.
//
// For a seal that comes later, of a process that has been running for a while, the
// same with Moment::kLater, under the GIL. Other threads are held as well. What is
// open stays open, sockets included, and what such a process cannot be given any
// more is a row like what the machine lacks.
//
// With a policy that restricts nothing every step does nothing at all. With
// --kernel=off the environment is wiped and limits are enforced all the same;
// they need no kernel feature.
#ifndef HERMETIC_GUARDS_KERNEL_KERNEL_LAYER_H_
#define HERMETIC_GUARDS_KERNEL_KERNEL_LAYER_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "guards/kernel/denial_log.h"
#include "guards/kernel/kernel_hint.h"
#include "guards/kernel/kernel_plan.h"
#include "guards/kernel/limits.h"
#include "guards/kernel/supervisor.h"
#include "profiles/policy.h"

namespace hermetic::kernel {

enum class Moment : uint8_t { kStart, kLater };

struct KernelRequest {
  std::vector<Policy> levels;  // Outermost first; this process is held by all of them.
  size_t inherited = 0;        // So many of them came from the process that started this one.
  // What the interpreter reads under --fs-readonly=ROOT: its prefixes, the home
  // of the virtual environment, the directory of the script. Absolute.
  std::vector<std::string> readable_roots;
  bool explain = false;  // --explain-kernel.
  Moment moment = Moment::kStart;
  std::vector<Policy> outer;  // kLater: the levels that the kernel holds already.
  int own_segment = -1;       // System V: the record that this process shares with its children.
};

class KernelLayer {
 public:
  // Plans; then takes the environment away, closes inherited sockets and drops
  // root's capabilities. kFailedPrecondition under --kernel=require when a row
  // is missing, when a standard stream is a network socket, and at the start with
  // more than one thread.
  static absl::StatusOr<KernelLayer> Prepare(KernelRequest request);

  // no_new_privs, Landlock, supervisor, limits, filter; then a self-test. Not
  // to be undone, for this process and all it starts.
  absl::Status Commit();

  // What Python's start-up would have undone.
  void AfterPythonStarted();

  // --block-native, where the plan has it: from here on no executable memory is
  // made, so no library can be loaded.
  absl::Status SealNativeCode();

  // What was asked and how it stands.
  const std::vector<Row>& rows() const { return plan_.rows; }
  const KernelPlan& plan() const { return plan_; }
  // The line for --kernel=auto; empty when nothing is missing.
  std::string MissingLine() const { return kernel::MissingLine(plan_.rows); }
  // What may have answered an operation on `path` (or none) with `error`; a line
  // or empty.
  std::string Hint(int error, absl::string_view path) const {
    return KernelHint(plan_.rows, error, path);
  }
  // Whether refusals are told with the library that made the call: asked for,
  // and possible, which it is where no program can be started.
  bool explains() const;
  // Null without supervisor.
  KernelDenialLog* denials() { return denials_ ? &*denials_ : nullptr; }

 private:
  KernelLayer() = default;

  absl::Status CommitFiles();
  absl::Status StartHelpers();
  absl::Status CommitCalls();
  // The filter of `rules`.
  absl::StatusOr<FilterProgram> Compile(const SyscallRules& rules) const;
  absl::Status Load(const FilterProgram& program);
  absl::Status SelfTest();
  // Refuses under --kernel=require, notes it in the row otherwise.
  absl::Status Missing(RowId row, RowState state, absl::string_view why);

  KernelRequest request_;
  std::vector<Policy> levels_;  // Those that are this process's to commit.
  KernelPlan plan_;
  Limits limits_;
  Threads threads_ = Threads::kThisOne;
  int landlock_abi_ = 0;
  bool required_ = false;
  bool in_domain_ = false;  // A layer that scopes signals is in force.
  std::optional<KernelDenialLog> denials_;
  std::optional<Supervisor> supervisor_;
};

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_KERNEL_LAYER_H_
