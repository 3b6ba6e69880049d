#include "guards/kernel/kernel_layer.h"

#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): setenv is POSIX.
#include <sys/prctl.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "absl/strings/str_cat.h"
#include "guards/kernel/environment_block.h"
#include "guards/kernel/inherited_descriptors.h"
#include "guards/kernel/landlock_abi.h"
#include "guards/kernel/machine_probe.h"
#include "guards/kernel/privileges.h"
#include "guards/kernel/refusal_signals.h"
#include "guards/kernel/self_test.h"

namespace hermetic::kernel {
namespace {

// An outer run holds `policy` already: the kernel refuses all that can be tried.
bool IsInForce(const Policy& policy) {
  const NetworkPlan network = PlanNetwork(policy);
  for (const RowId row : RowsAsked(policy)) {
    if (row == RowId::kLimits || row == RowId::kNativeCode) continue;
    if (TryRow(row, policy, network) == Held::kNo) return false;
  }
  return true;
}

bool SameNetwork(const Policy& a, const Policy& b) {
  return a.no_network == b.no_network && a.allow_localhost == b.allow_localhost &&
         a.allow_domain == b.allow_domain && a.allow_host == b.allow_host &&
         a.allow_unix == b.allow_unix;
}

// Adds what an outer level holds to the rows, as inherited.
void AddInherited(std::vector<Row>& rows, const Policy& policy) {
  for (const RowId id : RowsAsked(policy)) {
    const bool known =
        std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; });
    if (!known) rows.push_back({id, RowState::kInherited, {}});
  }
}

void AskNamesOverTcp() {
  const char* options = getenv("RES_OPTIONS");
  const std::string value = absl::StrCat(options == nullptr ? "" : options, " use-vc");
  setenv("RES_OPTIONS", value.c_str(), 1);
}

}  // namespace

absl::StatusOr<KernelLayer> KernelLayer::Prepare(KernelRequest request) {
  KernelLayer layer;
  layer.request_ = std::move(request);
  const std::vector<Policy>& all = layer.request_.levels;
  const auto restricts = [](const Policy& policy) { return policy.RestrictsAnything(); };
  if (std::none_of(all.begin(), all.end(), restricts)) return layer;

  for (const Policy& policy : all) WipeEnvironment(policy);
  const int threads = CountThreads();
  const bool is_start = layer.request_.moment == Moment::kStart;
  if (is_start && threads != 1) {
    return absl::FailedPreconditionError(
        absl::StrCat("the kernel layer needs a process with one thread, this one has ", threads));
  }

  std::vector<Row> inherited;
  std::vector<Policy> outer = layer.request_.outer;
  for (size_t i = 0; i < all.size(); ++i) {
    Policy policy = all[i];
    layer.required_ |= policy.kernel == KernelMode::kRequire;
    if (policy.kernel == KernelMode::kOff || !restricts(policy)) continue;
    if (i < layer.request_.inherited && IsInForce(policy)) {
      AddInherited(inherited, policy);
      outer.push_back(policy);
      continue;
    }
    // One supervisor per process tree: the outer one holds the same rules.
    if (std::any_of(outer.begin(), outer.end(),
                    [&](const Policy& held) { return SameNetwork(held, policy); })) {
      policy.no_network = false;
    }
    layer.levels_.push_back(std::move(policy));
  }
  layer.limits_ =
      LimitsOf({all.data() + layer.request_.inherited, all.size() - layer.request_.inherited});

  MachineProbe probe = ProbeMachine();
  probe.own_segment = layer.request_.own_segment;
  if (!is_start) {
    probe.other_threads = threads != 1;
    probe.children = HasChildren();
    if (probe.other_threads) layer.threads_ = Threads::kAll;
  }
  layer.landlock_abi_ = probe.landlock_abi;
  std::vector<MachineFacts> facts;
  for (Policy& policy : layer.levels_) {
    facts.push_back(ReadMachineFacts(policy, layer.request_.readable_roots));
    policy.allow_write = facts.back().writable;  // What the self-test may find open.
  }
  layer.plan_ = CompilePlan(layer.levels_, facts, probe);
  if (layer.required_) {
    if (const std::string missing = layer.MissingLine(); !missing.empty()) {
      return absl::FailedPreconditionError(absl::StrCat("--kernel=require: ", missing));
    }
  }
  for (const Row& row : inherited) {
    const auto same = [&](const Row& own) { return own.id == row.id; };
    if (std::none_of(layer.plan_.rows.begin(), layer.plan_.rows.end(), same)) {
      layer.plan_.rows.push_back(row);
    }
  }
  if (layer.levels_.empty()) return layer;

  if (is_start && layer.plan_.network.mode != NetworkMode::kOpen) {
    // What an outer run left open came from within the same walls.
    const bool close_unix = outer.empty() && !layer.plan_.network.unix_sockets;
    const absl::StatusOr<int> closed =
        CloseInheritedSockets(close_unix ? UnixSockets::kClose : UnixSockets::kKeep);
    if (!closed.ok()) return closed.status();
  }
  if (absl::Status status = DropCapabilities(layer.threads_); !status.ok()) return status;
  return layer;
}

absl::Status KernelLayer::Missing(RowId id, RowState state, absl::string_view why) {
  if (required_) {
    return absl::FailedPreconditionError(
        absl::StrCat("--kernel=require: ", TextOf(id).name, ": ", why));
  }
  for (Row& row : plan_.rows) {
    if (row.id == id && row.state < state) row = {id, state, absl::StrCat(why)};
  }
  return absl::OkStatus();
}

absl::Status KernelLayer::CommitFiles() {
  for (const LandlockRuleset& ruleset : plan_.layers) {
    absl::Status status = kernel::Commit(ruleset, threads_);
    if (status.ok()) {
      in_domain_ |= (ruleset.scopes & kScopeSignal) != 0;
      continue;
    }
    if (!absl::IsResourceExhausted(status) && !absl::IsDeadlineExceeded(status)) return status;
    for (const RowId row : {RowId::kBaseDomain, RowId::kFiles, RowId::kReads, RowId::kPrograms}) {
      absl::Status refused = Missing(row, RowState::kUnavailable, status.message());
      if (!refused.ok()) return refused;
    }
  }
  return absl::OkStatus();
}

// Processes of ours are started in the domain of the files, but outside the one
// that this process ends up in: it can neither signal nor trace them.
absl::Status KernelLayer::StartHelpers() {
  if (plan_.network.NeedsSupervisor()) {
    absl::StatusOr<KernelDenialLog> log = KernelDenialLog::Create();
    if (!log.ok()) return log.status();
    denials_.emplace(*std::move(log));
    absl::StatusOr<Supervisor> supervisor =
        Supervisor::Start(plan_.network, NetworkQuestions(levels_), *denials_);
    if (!supervisor.ok()) return supervisor.status();
    supervisor_.emplace(*std::move(supervisor));
    if (absl::Status status = denials_->KeepReadOnly(); !status.ok()) return status;
  }
  if (limits_.Any()) {
    const auto membership = in_domain_ ? Membership::kLandlockDomain : Membership::kDescendants;
    absl::Status status =
        StartLimitMonitor(limits_, supervisor_ ? supervisor_->pid() : 0, membership);
    if (!status.ok()) return status;
    if (limits_.file_size_bytes) status = LimitFileSize(*limits_.file_size_bytes);
    if (!status.ok()) return status;
  }
  if ((supervisor_ || limits_.Any()) && !plan_.layers.empty()) {
    LandlockRuleset inner = InnerDomain(landlock_abi_);
    if (!in_domain_) inner.scopes = 0;
    absl::Status status = kernel::Commit(inner, threads_);
    if (absl::IsResourceExhausted(status)) {
      return Missing(RowId::kBaseDomain, RowState::kDegraded, status.message());
    }
    return status;
  }
  return absl::OkStatus();
}

bool KernelLayer::explains() const {
  return request_.explain && std::any_of(levels_.begin(), levels_.end(), [](const Policy& level) {
           return level.no_subprocess && level.allow_run.empty();
         });
}

absl::StatusOr<FilterProgram> KernelLayer::Compile(const SyscallRules& rules) const {
  return CompileFilter(explains() ? RefuseBySignal(rules) : rules, kNativeArch);
}

absl::Status KernelLayer::Load(const FilterProgram& program) {
  absl::Status status = LoadFilter(program, Listener::kNone, threads_).status();
  if (!absl::IsUnavailable(status)) return status;
  for (const RowId row : {RowId::kHardening, RowId::kProcesses, RowId::kNetwork}) {
    absl::Status refused = Missing(row, RowState::kUnavailable, status.message());
    if (!refused.ok()) return refused;
  }
  return absl::OkStatus();
}

absl::Status KernelLayer::CommitCalls() {
  if (plan_.rules.empty()) return absl::OkStatus();
  absl::StatusOr<FilterProgram> program = Compile(plan_.rules);
  if (!program.ok()) return program.status();
  if (!supervisor_) return Load(*program);

  absl::StatusOr<UniqueFd> listener = LoadFilter(*program, Listener::kNew, threads_);
  if (listener.ok()) {
    absl::Status status = supervisor_->HandOver(*std::move(listener));
    // getaddrinfo() then asks over TCP, which the supervisor can answer.
    if (status.ok() && plan_.network.mode == NetworkMode::kOnBehalf) AskNamesOverTcp();
    return status;
  }
  supervisor_->End();
  supervisor_.reset();
  denials_.reset();
  const absl::string_view why = listener.status().message();
  if (absl::Status status = Missing(RowId::kNetwork, RowState::kDegraded, why); !status.ok()) {
    return status;
  }
  RefuseAllNetwork(plan_, why);
  program = Compile(plan_.rules);
  if (!program.ok()) return program.status();
  return Load(*program);
}

absl::Status KernelLayer::SelfTest() {
  for (const Row& row : std::vector<Row>(plan_.rows)) {
    if (row.state == RowState::kUnavailable || row.state == RowState::kInherited) continue;
    if (row.id == RowId::kNativeCode || row.id == RowId::kLimits) continue;
    for (const Policy& policy : levels_) {
      const std::vector<RowId> asked = RowsAsked(policy);
      if (std::find(asked.begin(), asked.end(), row.id) == asked.end()) continue;
      const Held held = row.id == RowId::kNetwork && supervisor_
                            ? TryNetworkFilter()
                            : TryRow(row.id, policy, plan_.network);
      if (held != Held::kNo) continue;
      absl::Status status =
          Missing(row.id, RowState::kUnavailable, "the self-test was not refused");
      if (!status.ok()) return status;
    }
  }
  return absl::OkStatus();
}

absl::Status KernelLayer::Commit() {
  if (levels_.empty() && !limits_.Any()) return absl::OkStatus();
  if (!levels_.empty() && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
    return absl::ErrnoToStatus(errno, "no_new_privs");
  }
  if (absl::Status status = CommitFiles(); !status.ok()) return status;
  if (absl::Status status = StartHelpers(); !status.ok()) return status;
  if (absl::Status status = CommitCalls(); !status.ok()) return status;
  return SelfTest();
}

void KernelLayer::AfterPythonStarted() {
  if (limits_.file_size_bytes) ReportFileSizeSignal();
  if (explains()) BeginToTellRefusals();
}

absl::Status KernelLayer::SealNativeCode() {
  if (!plan_.seal_native_code) return absl::OkStatus();
  const absl::StatusOr<FilterProgram> program = Compile(NativeCodeRules());
  if (!program.ok()) return program.status();
  if (absl::Status status = Load(*program); !status.ok()) return status;
  if (TryRow(RowId::kNativeCode, {}, {}) != Held::kNo) return absl::OkStatus();
  return Missing(RowId::kNativeCode, RowState::kUnavailable, "the self-test was not refused");
}

}  // namespace hermetic::kernel
