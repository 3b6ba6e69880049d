#include "guards/policy_handover.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
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

std::string DescriptorOf(absl::string_view process) {
  return absl::StrCat("/proc/", process, "/fd/", kHandoverDescriptor);
}

bool IsOurs(int fd) {
  if (access("/proc/self/fd", F_OK) == 0) return LeadsToHandover(DescriptorOf("self"));
  std::array<char, kMagic.size()> magic;
  return pread(fd, magic.data(), magic.size(), 0) == static_cast<ssize_t>(magic.size()) &&
         magic == kMagic;
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
    const std::string link = DescriptorOf(absl::StrCat(process));
    if (LeadsToHandover(link)) return kernel::UniqueFd(open(link.c_str(), O_RDONLY | O_CLOEXEC));
  }
  return {};
}

absl::StatusOr<Handover> Read(int fd) {
  const absl::Status damaged = absl::InvalidArgumentError(
      "the policy of the process that started this one is damaged or of another version of "
      "hermetic");
  struct stat status;
  Header header;
  const int seals = fcntl(fd, F_GET_SEALS);
  if (seals < 0 || (seals & kSeals) != kSeals || fstat(fd, &status) != 0 ||
      pread(fd, &header, sizeof(header), 0) != static_cast<ssize_t>(sizeof(header)) ||
      header.magic != kMagic ||
      header.text_size != static_cast<uint64_t>(status.st_size) - sizeof(header)) {
    return damaged;
  }
  std::string text(header.text_size, '\0');
  if (pread(fd, text.data(), text.size(), sizeof(header)) != static_cast<ssize_t>(text.size())) {
    return damaged;
  }
  absl::StatusOr<PolicyStack> stack = ParseStack(text);
  if (!stack.ok() || stack->empty()) return damaged;
  return Handover{*std::move(stack), header.record, header.carried, header.log};
}

}  // namespace

absl::StatusOr<std::optional<Handover>> TakeHandover() {
  const bool is_ours = fcntl(kHandoverDescriptor, F_GET_SEALS) >= 0 && IsOurs(kHandoverDescriptor);
  const kernel::UniqueFd file =
      is_ours ? kernel::UniqueFd(kHandoverDescriptor) : OpenHandoverOfAncestor();
  if (!file.valid()) return std::nullopt;
  absl::StatusOr<Handover> handover = Read(file.get());
  if (!handover.ok()) return handover.status();
  return *std::move(handover);
}

void JoinTree(const Handover& handover) {
  TreeRecord& record = TreeRecord::Get();
  if (!record.Join(handover.record)) record.Create(handover.carried);
  AuditLog::HandedDown().Adopt(kLogDescriptor, handover.log);
}

bool PlaceHandover(const ExecState& state) {
  Header header;
  header.text_size = state.text.size();
  const TreeRecord& record = TreeRecord::Get();
  header.record = record.ticket();
  // The segment goes with this program's memory, unless a child holds it too.
  if (record.IsOwner()) header.carried = record.tally();
  const AuditLog& log = AuditLog::HandedDown();
  header.log = log.identity();
  if (log.IsOpen() && !DuplicateTo(log.descriptor(), kLogDescriptor)) return false;

  const int fd = MemoryFile();
  if (fd < 0) return false;
  const bool ready = WriteAll(fd, &header, sizeof(header)) &&
                     WriteAll(fd, state.text.data(), state.text.size()) &&
                     fcntl(fd, F_ADD_SEALS, kSeals) == 0 &&
                     (fd == kHandoverDescriptor || DuplicateTo(fd, kHandoverDescriptor));
  const int error = errno;
  if (fd != kHandoverDescriptor) close(fd);
  errno = error;
  return ready;
}

void WithdrawHandover() {
  const int error = errno;
  close(kHandoverDescriptor);
  if (AuditLog::HandedDown().IsAt(kLogDescriptor)) close(kLogDescriptor);
  errno = error;
}

}  // namespace hermetic
