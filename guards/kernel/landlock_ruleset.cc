#include "guards/kernel/landlock_ruleset.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "guards/file_rules.h"
#include "guards/kernel/landlock_abi.h"

namespace hermetic::kernel {
namespace {

// What a program may write to whatever the policy says: it keeps nothing.
constexpr absl::string_view kWritableDevices[] = {"/dev/null", "/dev/zero", "/dev/full",
                                                  "/dev/tty",  "/dev/ptmx", "/dev/pts"};
// Locks, queues and pools of multiprocessing live there.
constexpr absl::string_view kSharedMemory = "/dev/shm";

class Builder {
 public:
  explicit Builder(int abi) : available_(FileRightsOf(abi)) {}

  void Handle(uint64_t rights) { ruleset_.handled_files |= rights & available_; }

  // Rights that are not handled are nobody's to grant.
  void Grant(absl::string_view path, uint64_t rights) {
    rights &= ruleset_.handled_files;
    if (rights == 0) return;
    auto same = std::find_if(ruleset_.rules.begin(), ruleset_.rules.end(),
                             [&](const PathRule& rule) { return rule.path == path; });
    if (same != ruleset_.rules.end()) {
      same->rights |= rights;
    } else {
      ruleset_.rules.push_back({absl::StrCat(path), rights});
    }
  }

  const LandlockRuleset& ruleset() const { return ruleset_; }

 private:
  uint64_t available_;
  LandlockRuleset ruleset_;
};

void GrantWrites(Builder& builder, const Policy& policy, const MachineFacts& facts) {
  if (!policy.fs_readonly) {
    for (const std::string& entry : facts.root_entries) builder.Grant(entry, kWriteRights);
    return;
  }
  for (const absl::string_view device : kWritableDevices) builder.Grant(device, kWriteRights);
  if (!policy.no_subprocess) builder.Grant(kSharedMemory, kWriteRights);
  for (const std::string& path : facts.writable) {
    if (path == "/") {
      for (const std::string& entry : facts.root_entries) builder.Grant(entry, kWriteRights);
    } else if (!absl::StartsWith(path, "/proc") && !absl::StartsWith(path, "/sys")) {
      builder.Grant(path, kWriteRights);
    }
  }
}

void GrantReads(Builder& builder, const Policy& policy, const MachineFacts& facts) {
  for (const std::string& path : SystemReadablePaths()) builder.Grant(path, kReadRights);
  for (const std::string& path : facts.readable_roots) builder.Grant(path, kReadRights);
  builder.Grant(policy.fs_root, kReadRights);
  for (const std::string& path : policy.allow_read) builder.Grant(path, kReadRights);
  for (const std::string& path : facts.writable) builder.Grant(path, kReadRights);
  if (!policy.no_subprocess) builder.Grant(kSharedMemory, kReadRights);
}

LandlockRuleset MainLayer(const Policy& policy, int abi, const MachineFacts& facts) {
  Builder builder(abi);

  // The base domain. /proc/self/mem writes to machine code whatever the
  // protection of the page, so nothing beneath /proc and /sys is writable.
  // Renames between directories are refused by every layer that does not grant them.
  builder.Handle(policy.fs_readonly ? kWriteRights : kOverwriteRights | kRefer);
  GrantWrites(builder, policy, facts);

  if (!policy.fs_root.empty()) {
    builder.Handle(kReadRights);
    GrantReads(builder, policy, facts);
  }

  if (policy.no_subprocess && !policy.allow_run.empty()) {
    builder.Handle(kExecute);
    for (const std::string& path : facts.executables) builder.Grant(path, kExecute);
  }

  LandlockRuleset ruleset = builder.ruleset();
  const bool any_tcp =
      policy.allow_localhost || !policy.allow_domain.empty() || !policy.allow_host.empty();
  if (policy.no_network && !any_tcp && abi >= kMinNetworkAbi) {
    ruleset.handled_network = kBindTcp | kConnectTcp;
  }
  if (abi >= kMinScopeAbi) {
    ruleset.scopes = kScopeSignal;
    if (!policy.allow_unix && !policy.allow_localhost) ruleset.scopes |= kScopeAbstractUnix;
  }
  return ruleset;
}

// An allow-list cannot exclude, so what is beside the denied paths is listed.
// Names stay visible: only the reading of files is denied.
LandlockRuleset DenyReadLayer(int abi, const MachineFacts& facts) {
  Builder builder(abi);
  builder.Handle(kReadFile | kRefer);
  for (const std::string& path : facts.beside_denied) builder.Grant(path, kReadFile | kRefer);
  return builder.ruleset();
}

}  // namespace

std::vector<LandlockRuleset> CompileRulesets(const Policy& policy, int abi,
                                             const MachineFacts& facts) {
  if (abi < 1 || !policy.RestrictsAnything()) return {};
  std::vector<LandlockRuleset> layers{MainLayer(policy, abi, facts)};
  if (!policy.deny_read.empty()) layers.push_back(DenyReadLayer(abi, facts));
  return layers;
}

LandlockRuleset InnerDomain(int abi) {
  Builder builder(abi);
  builder.Handle(kRefer);
  if (abi < kMinScopeAbi) builder.Handle(kMakeBlock);  // A layer must handle something.
  builder.Grant("/", kRefer | kMakeBlock);
  LandlockRuleset ruleset = builder.ruleset();
  if (abi >= kMinScopeAbi) ruleset.scopes = kScopeSignal;
  return ruleset;
}

std::string Describe(const LandlockRuleset& ruleset) {
  const auto names = [](uint64_t rights) {
    std::string text;
    for (const RightRow& row : kFileRights) {
      if ((rights & row.right) != 0) absl::StrAppend(&text, " ", row.name);
    }
    return text;
  };
  std::string text = absl::StrCat("files handled:", names(ruleset.handled_files), "\n");
  for (const PathRule& rule : ruleset.rules) {
    absl::StrAppend(&text, "  ", rule.path, ":", names(rule.rights), "\n");
  }
  if (ruleset.handled_network != 0) absl::StrAppend(&text, "tcp: bind and connect denied\n");
  if ((ruleset.scopes & kScopeSignal) != 0) absl::StrAppend(&text, "signals stay inside\n");
  if ((ruleset.scopes & kScopeAbstractUnix) != 0) {
    absl::StrAppend(&text, "abstract unix sockets stay inside\n");
  }
  return text;
}

}  // namespace hermetic::kernel
