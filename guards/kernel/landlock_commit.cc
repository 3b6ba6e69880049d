// The sides of landlock_ruleset.h that touch the machine.
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "guards/kernel/executable_needs.h"
#include "guards/kernel/landlock_abi.h"
#include "guards/kernel/landlock_ruleset.h"
#include "guards/kernel/unique_fd.h"

namespace hermetic::kernel {
namespace {

namespace fs = std::filesystem;

// struct landlock_ruleset_attr as of ABI 6; the kernel takes a shorter one.
struct RulesetAttr {
  uint64_t handled_access_fs;
  uint64_t handled_access_net;
  uint64_t scoped;
};

size_t SizeFor(const LandlockRuleset& ruleset) {
  if (ruleset.scopes != 0) return sizeof(RulesetAttr);
  if (ruleset.handled_network != 0) return offsetof(RulesetAttr, scoped);
  return offsetof(RulesetAttr, handled_access_net);
}

absl::Status AddRule(int ruleset, const PathRule& rule) {
  // Links are followed: the rule belongs to the inode.
  const UniqueFd path(open(rule.path.c_str(), O_PATH | O_CLOEXEC));
  if (!path.valid()) return absl::OkStatus();
  struct stat info;
  if (fstat(path.get(), &info) != 0) return absl::ErrnoToStatus(errno, rule.path);
  landlock_path_beneath_attr attr{rule.rights, path.get()};
  if (!S_ISDIR(info.st_mode)) attr.allowed_access &= RightsForFiles();
  if (attr.allowed_access == 0) return absl::OkStatus();
  if (syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &attr, 0) == 0) {
    return absl::OkStatus();
  }
  return absl::ErrnoToStatus(errno, absl::StrCat("Landlock rule for ", rule.path));
}

// Entries of `directory` that are not on the way to a denied path.
void ListBeside(const fs::path& directory, const std::vector<std::string>& denied,
                std::vector<std::string>& beside) {
  std::error_code ignored;  // An unreadable directory grants nothing.
  for (const fs::directory_entry& entry : fs::directory_iterator(directory, ignored)) {
    const std::string path = entry.path().string();
    const bool on_the_way = std::any_of(denied.begin(), denied.end(), [&](const std::string& deny) {
      return deny == path || absl::StartsWith(deny, absl::StrCat(path, "/"));
    });
    if (!on_the_way) {
      // A link's target has a place, and a rule, of its own.
      if (!entry.is_symlink(ignored)) beside.push_back(path);
    } else if (std::find(denied.begin(), denied.end(), path) == denied.end()) {
      ListBeside(path, denied, beside);
    }
  }
}

std::string NearestExisting(const std::string& path) {
  fs::path candidate = path;
  std::error_code ignored;
  while (!fs::exists(candidate, ignored) && candidate.has_relative_path()) {
    candidate = candidate.parent_path();
  }
  return candidate.string();
}

// Canonical, so that a link cannot lead past the denial.
std::vector<std::string> Canonical(const std::vector<std::string>& paths) {
  std::vector<std::string> result;
  for (const std::string& path : paths) {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(path, error);
    result.push_back(error ? path : real.string());
  }
  return result;
}

int RestrictThread(int ruleset) {
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
  return syscall(SYS_landlock_restrict_self, ruleset, 0) == 0 ? 0 : errno;
}

}  // namespace

MachineFacts ReadMachineFacts(const Policy& policy, std::vector<std::string> readable_roots) {
  MachineFacts facts;
  facts.readable_roots = std::move(readable_roots);
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator("/", ignored)) {
    const fs::path real = fs::canonical(entry.path(), ignored);
    if (real.empty() || absl::StartsWith(real.string(), "/proc") ||
        absl::StartsWith(real.string(), "/sys")) {
      continue;
    }
    facts.root_entries.push_back(entry.path().string());
  }
  std::sort(facts.root_entries.begin(), facts.root_entries.end());
  if (!policy.deny_read.empty()) {
    const std::vector<std::string> denied = Canonical(policy.deny_read);
    ListBeside("/", denied, facts.beside_denied);
  }
  for (const std::string& path : policy.allow_write) {
    facts.writable.push_back(NearestExisting(path));
    if (facts.writable.back() != path) facts.missing_writable.push_back(path);
  }
  for (const std::string& name : policy.allow_run) {
    for (std::string& path : NeededToExecute(name)) facts.executables.push_back(std::move(path));
  }
  return facts;
}

absl::Status Commit(const LandlockRuleset& ruleset, Threads threads) {
  if (ruleset.empty()) return absl::OkStatus();
  const RulesetAttr attr{ruleset.handled_files, ruleset.handled_network, ruleset.scopes};
  const UniqueFd fd(
      static_cast<int>(syscall(SYS_landlock_create_ruleset, &attr, SizeFor(ruleset), 0)));
  if (!fd.valid()) return absl::ErrnoToStatus(errno, "creating a Landlock ruleset");
  for (const PathRule& rule : ruleset.rules) {
    if (absl::Status status = AddRule(fd.get(), rule); !status.ok()) return status;
  }
  switch (const int error = InThreads(threads, RestrictThread, fd.get())) {
    case 0:
      return absl::OkStatus();
    case E2BIG:
      return absl::ResourceExhaustedError("16 Landlock layers are in force");
    case ETIMEDOUT:
      return absl::DeadlineExceededError("a thread does not answer");
    default:
      return absl::ErrnoToStatus(error, "enforcing a Landlock ruleset");
  }
}

}  // namespace hermetic::kernel
