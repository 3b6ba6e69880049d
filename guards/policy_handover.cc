#include "guards/policy_handover.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <type_traits>
#include <utility>

#include "absl/strings/str_cat.h"
#include "guards/kernel/unique_fd.h"
#include "profiles/stack_text.h"

// Since Linux 6.3; Debian 12's headers are older.
#ifndef MFD_NOEXEC_SEAL
#define MFD_NOEXEC_SEAL 0x0008U
#endif

namespace hermetic {
namespace {

constexpr char kName[] = "hermetic-policy";
constexpr std::string_view kLink = "/memfd:hermetic-policy";
constexpr int kHighest = 1023;
constexpr int kSeals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
constexpr std::array<char, 24> kMagic = {"hermetic-handover 1\n"};

// What is decided at the moment of the execve; the text of the stack follows.
struct Header {
  std::array<char, 24> magic = kMagic;
  uint64_t text_size = 0;
  RecordTicket record;
  Tally carried;
  FileIdentity log;
};
static_assert(std::is_trivially_copyable_v<Header>);

bool WriteAll(int fd, const void* data, size_t size) {
  const auto* bytes = static_cast<const char*>(data);
  while (size != 0) {
    const ssize_t written = write(fd, bytes, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    size -= static_cast<size_t>(written);
  }
  return true;
}

// dup2 refuses numbers above the soft limit, which is the program's to keep.
bool DuplicateTo(int fd, int wanted) {
  if (dup2(fd, wanted) >= 0) return true;
  struct rlimit limit;
  if (errno != EBADF || getrlimit(RLIMIT_NOFILE, &limit) != 0) return false;
  struct rlimit raised = limit;
  raised.rlim_cur = static_cast<rlim_t>(wanted) + 1;
  if (raised.rlim_cur > limit.rlim_max || setrlimit(RLIMIT_NOFILE, &raised) != 0) {
    errno = EMFILE;
    return false;
  }
  const bool done = dup2(fd, wanted) >= 0;
  setrlimit(RLIMIT_NOFILE, &limit);
  return done;
}

int MemoryFile() {
  const int fd = memfd_create(kName, MFD_ALLOW_SEALING | MFD_NOEXEC_SEAL);
  return fd < 0 && errno == EINVAL ? memfd_create(kName, MFD_ALLOW_SEALING) : fd;
}

bool LeadsToHandover(const std::string& link) {
  std::array<char, 64> target;
  const ssize_t length = readlink(link.c_str(), target.data(), target.size());
  return length >= 0 &&
         std::string_view(target.data(), static_cast<size_t>(length)).starts_with(kLink);
}

// The descriptors in `directory` (/proc/PID/fd) that lead to a hand-over: the process
// that put it there may have had another hard limit than we have.
std::vector<int> FindHandovers(const std::string& directory) {
  std::vector<int> found;
  const std::unique_ptr<DIR, int (*)(DIR*)> entries(opendir(directory.c_str()), closedir);
  while (const dirent* entry = entries == nullptr ? nullptr : readdir(entries.get())) {
    const int fd = atoi(entry->d_name);
    if (fd > STDERR_FILENO && LeadsToHandover(absl::StrCat(directory, "/", entry->d_name))) {
      found.push_back(fd);
    }
  }
  return found;
}

std::vector<int> OwnHandovers() {
  if (access("/proc/self/fd", F_OK) == 0) return FindHandovers("/proc/self/fd");
  std::array<char, kMagic.size()> magic;
  const bool is_ours =
      fcntl(kHighest, F_GET_SEALS) >= 0 &&
      pread(kHighest, magic.data(), magic.size(), 0) == static_cast<ssize_t>(magic.size()) &&
      magic == kMagic;
  return is_ours ? std::vector<int>{kHighest} : std::vector<int>();
}

// proc(5): "PID (COMMAND) STATE PPID ..."; the command may hold anything. 0 if
// it cannot be read.
pid_t ParentOf(pid_t process) {
  const kernel::UniqueFd file(
      open(absl::StrCat("/proc/", process, "/stat").c_str(), O_RDONLY | O_CLOEXEC));
  std::array<char, 256> text{};
  if (!file.valid() || read(file.get(), text.data(), text.size() - 1) <= 0) return 0;
  const char* command_end = std::strrchr(text.data(), ')');
  int parent = 0;
  if (command_end == nullptr || std::sscanf(command_end, ") %*c %d", &parent) != 1) return 0;
  return parent;
}

// What closes its descriptors in the child that it starts (another Python's
// subprocess) still has them itself. Nothing is above us where a process may
// gain privileges: the kernel layer, which cannot be taken back, forbids it.
kernel::UniqueFd OpenHandoverOfAncestor() {
  if (prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1) return {};
  for (pid_t process = getppid(); process > 1; process = ParentOf(process)) {
    const std::string directory = absl::StrCat("/proc/", process, "/fd");
    const std::vector<int> found = FindHandovers(directory);
    if (found.empty()) continue;
    const std::string link = absl::StrCat(directory, "/", found.front());
    return kernel::UniqueFd(open(link.c_str(), O_RDONLY | O_CLOEXEC));
  }
  return {};
}

absl::Status Damaged() {
  return absl::InvalidArgumentError(
      "the policy of the process that started this one is damaged or of another version of "
      "hermetic");
}

absl::StatusOr<Handover> Read(int fd) {
  struct stat status;
  Header header;
  const int seals = fcntl(fd, F_GET_SEALS);
  if (seals < 0 || (seals & kSeals) != kSeals || fstat(fd, &status) != 0 ||
      pread(fd, &header, sizeof(header), 0) != static_cast<ssize_t>(sizeof(header)) ||
      header.magic != kMagic ||
      header.text_size != static_cast<uint64_t>(status.st_size) - sizeof(header)) {
    return Damaged();
  }
  std::string text(header.text_size, '\0');
  if (pread(fd, text.data(), text.size(), sizeof(header)) != static_cast<ssize_t>(text.size())) {
    return Damaged();
  }
  absl::StatusOr<PolicyStack> stack = ParseStack(text);
  if (!stack.ok() || stack->empty()) return Damaged();
  return Handover{*std::move(stack), header.record, header.carried, header.log};
}

}  // namespace

HandoverPlace PlaceOfHandover() {
  struct rlimit limit = {};
  int highest = kHighest;
  if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_max <= kHighest) {
    highest = static_cast<int>(limit.rlim_max) - 1;
  }
  return {highest, highest - 1};
}

absl::StatusOr<std::optional<Handover>> TakeHandover() {
  const std::vector<int> found = OwnHandovers();
  if (found.size() > 1) return Damaged();  // All but one are forged.
  const int own = found.empty() ? -1 : found.front();
  const kernel::UniqueFd file = own >= 0 ? kernel::UniqueFd(own) : OpenHandoverOfAncestor();
  if (!file.valid()) return std::nullopt;
  absl::StatusOr<Handover> handover = Read(file.get());
  if (!handover.ok()) return handover.status();
  if (own >= 0) handover->log_descriptor = own - 1;
  return *std::move(handover);
}

void JoinTree(const Handover& handover) {
  TreeRecord& record = TreeRecord::Get();
  if (!record.Join(handover.record)) record.Create(handover.carried);
  AuditLog::HandedDown().Adopt(handover.log_descriptor, handover.log);
}

bool PlaceHandover(const ExecState& state) {
  Header header;
  header.text_size = state.text.size();
  const TreeRecord& record = TreeRecord::Get();
  header.record = record.ticket();
  // The segment goes with this program's memory, unless a child holds it too.
  if (record.IsOwner()) header.carried = record.tally();
  const HandoverPlace place = PlaceOfHandover();
  const AuditLog& log = AuditLog::HandedDown();
  header.log = log.identity();
  if (log.IsOpen() && !DuplicateTo(log.descriptor(), place.log)) return false;

  const int fd = MemoryFile();
  if (fd < 0) return false;
  const bool ready =
      WriteAll(fd, &header, sizeof(header)) && WriteAll(fd, state.text.data(), state.text.size()) &&
      fcntl(fd, F_ADD_SEALS, kSeals) == 0 && (fd == place.policy || DuplicateTo(fd, place.policy));
  const int error = errno;
  if (fd != place.policy) close(fd);
  errno = error;
  return ready;
}

void WithdrawHandover() {
  const int error = errno;
  const HandoverPlace place = PlaceOfHandover();
  close(place.policy);
  if (AuditLog::HandedDown().IsAt(place.log)) close(place.log);
  errno = error;
}

}  // namespace hermetic
