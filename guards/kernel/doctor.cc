#include "guards/kernel/doctor.h"

#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <fstream>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "guards/kernel/kernel_plan.h"

namespace hermetic::kernel {
namespace {

// A row is diagnosed by planning a policy that asks for it.
struct Question {
  std::string name;
  RowId row;
  Policy policy;
};

std::vector<Question> Questions() {
  return {
      {"base domain", RowId::kBaseDomain, {.seal = true}},
      {"hardening", RowId::kHardening, {.seal = true}},
      {"files: --fs-readonly", RowId::kFiles, {.fs_readonly = true}},
      {"reads: --fs-readonly=ROOT, --deny-read", RowId::kReads, {.fs_root = "/usr"}},
      {"processes: --no-subprocess", RowId::kProcesses, {.no_subprocess = true}},
      {"programs: --allow-run", RowId::kPrograms, {.no_subprocess = true, .allow_run = {"true"}}},
      {"network: --no-network", RowId::kNetwork, {.no_network = true}},
      {"network: --allow-localhost",
       RowId::kNetwork,
       {.no_network = true, .allow_localhost = true}},
      {"network: --allow-domain, --allow-host",
       RowId::kNetwork,
       {.no_network = true, .allow_domain = {"example.com"}}},
      {"native code: --block-native --no-subprocess",
       RowId::kNativeCode,
       {.no_subprocess = true, .block_native = true}},
      {"limits", RowId::kLimits, {.timeout = absl::Seconds(1)}},
  };
}

KernelPlan PlanFor(absl::Span<const Policy> levels, const MachineProbe& probe) {
  return CompilePlan(levels, std::vector<MachineFacts>(levels.size()), probe);
}

std::string StatusLine(const char* key) {
  std::ifstream status("/proc/self/status");
  std::string line;
  while (std::getline(status, line)) {
    if (!absl::StartsWith(line, key)) continue;
    return line.substr(line.find_first_not_of(" \t:", strlen(key)));
  }
  return "?";
}

}  // namespace

MachineProbe ProbeForDoctor() {
  MachineProbe probe = ProbeMachine();
  if (probe.user_notification.available) probe.user_notification = ProbeListener();
  return probe;
}

std::vector<DoctorRow> DiagnoseMachine(const MachineProbe& probe) {
  std::vector<DoctorRow> rows;
  for (const Question& question : Questions()) {
    for (const Row& row : PlanFor({&question.policy, 1}, probe).rows) {
      if (row.id == question.row) rows.push_back({question.name, row.state, row.why});
    }
  }
  return rows;
}

std::string DescribeMachine(const MachineProbe& probe) {
  return absl::StrCat("Landlock ABI ", probe.landlock_abi, "; seccomp mode ",
                      StatusLine("Seccomp:"), "; no_new_privs ", StatusLine("NoNewPrivs:"),
                      "; yama ptrace_scope ", probe.yama_ptrace_scope, "; effective capabilities ",
                      StatusLine("CapEff:"), "; threads ", CountThreads(), "; uid ", geteuid());
}

bool CanHold(absl::Span<const Policy> levels, const MachineProbe& probe) {
  const KernelPlan plan = PlanFor(levels, probe);
  return std::all_of(plan.rows.begin(), plan.rows.end(),
                     [](const Row& row) { return row.state < RowState::kDegraded; });
}

std::string FormatRows(absl::Span<const DoctorRow> rows) {
  std::string text;
  for (const DoctorRow& row : rows) {
    absl::StrAppendFormat(&text, "  %-44s %s%s%s\n", row.name, NameOf(row.state),
                          row.why.empty() ? "" : ": ", row.why);
  }
  return text;
}

}  // namespace hermetic::kernel
