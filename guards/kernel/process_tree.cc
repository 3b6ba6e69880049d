#include "guards/kernel/process_tree.h"

#include <dirent.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace hermetic::kernel {
namespace {

constexpr int kKillRounds = 100;
constexpr useconds_t kKillPauseMicroseconds = 2000;

std::vector<pid_t> AllProcesses() {
  std::vector<pid_t> processes;
  const std::unique_ptr<DIR, int (*)(DIR*)> directory(opendir("/proc"), closedir);
  if (directory == nullptr) return processes;
  while (const dirent* entry = readdir(directory.get())) {
    const pid_t pid = atoi(entry->d_name);
    if (pid > 0) processes.push_back(pid);
  }
  return processes;
}

struct Stat {
  bool alive = false;
  pid_t parent = 0;
  double cpu_seconds = 0;
};

// proc(5): "PID (COMMAND) STATE PPID ..."; the command may hold anything.
Stat ReadStat(pid_t pid) {
  std::ifstream file(absl::StrCat("/proc/", pid, "/stat"));
  // The process may end meanwhile: reading then fails with an exception, which
  // the formatted functions alone catch.
  std::string text;
  std::getline(file, text, '\0');
  const size_t command_end = text.rfind(')');
  if (command_end == std::string::npos) return {};
  std::istringstream fields(text.substr(command_end + 1));
  char state;
  Stat stat;
  fields >> state >> stat.parent;
  std::string skipped;
  for (int field = 5; field <= 13; ++field) fields >> skipped;
  int64_t ticks = 0;
  for (int field = 14; field <= 17; ++field) {  // utime, stime, cutime, cstime.
    int64_t value = 0;
    fields >> value;
    ticks += value;
  }
  stat.alive = fields && state != 'Z' && state != 'X';
  stat.cpu_seconds = static_cast<double>(ticks) / static_cast<double>(sysconf(_SC_CLK_TCK));
  return stat;
}

// The sum of the lines "KEY: N kB" of a file of /proc, in bytes.
int64_t SumOf(const std::string& path, std::initializer_list<absl::string_view> keys) {
  std::ifstream file(path);
  std::string line;
  int64_t kilobytes = 0;
  while (std::getline(file, line)) {
    for (const absl::string_view key : keys) {
      if (line.compare(0, key.size(), key.data(), key.size()) != 0) continue;
      kilobytes += strtoll(line.c_str() + key.size(), nullptr, 10);
    }
  }
  return kilobytes * 1024;
}

}  // namespace

bool ProcessTree::Refresh() {
  std::set<pid_t> found;
  if (membership_ == Membership::kLandlockDomain) {
    for (const pid_t pid : AllProcesses()) {
      if (pid != getpid() && pid != other_ && kill(pid, 0) == 0 && ReadStat(pid).alive) {
        found.insert(pid);
      }
    }
  } else {
    // Parents have mostly lower numbers than their children; a child that is
    // met before its parent is found at the next look.
    for (const pid_t pid : AllProcesses()) {
      if (pid == getpid() || pid == other_) continue;
      const Stat stat = ReadStat(pid);
      const bool member = pid == root_ || members_.count(pid) > 0 ||
                          members_.count(stat.parent) > 0 || found.count(stat.parent) > 0;
      if (stat.alive && member) found.insert(pid);
    }
  }
  members_ = std::move(found);
  return !members_.empty();
}

TreeUsage ProcessTree::Usage() const {
  TreeUsage usage;
  for (const pid_t pid : members_) {
    usage.memory_bytes += SumOf(absl::StrCat("/proc/", pid, "/status"), {"RssAnon:", "RssShmem:"});
    usage.cpu_seconds += ReadStat(pid).cpu_seconds;
    ++usage.processes;
  }
  return usage;
}

int64_t ProcessTree::ProportionalMemory() const {
  int64_t bytes = 0;
  for (const pid_t pid : members_) {
    const int64_t exact =
        SumOf(absl::StrCat("/proc/", pid, "/smaps_rollup"), {"Pss_Anon:", "Pss_Shmem:"});
    // Not readable: what it has mapped is the best that is known.
    bytes += exact > 0 ? exact
                       : SumOf(absl::StrCat("/proc/", pid, "/status"), {"RssAnon:", "RssShmem:"});
  }
  return bytes;
}

void ProcessTree::Kill() {
  for (int round = 0; round < kKillRounds; ++round) {
    // Within the domain "everybody" is the tree, and no fork can slip through.
    if (membership_ == Membership::kLandlockDomain) kill(-1, SIGKILL);
    for (const pid_t pid : members_) kill(pid, SIGKILL);
    if (!Refresh()) return;
    usleep(kKillPauseMicroseconds);
  }
}

}  // namespace hermetic::kernel
