#include "guards/unseen_changes.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace hermetic {
namespace {

// Inodes by their hash, in open addressing; 0 is a free slot.
constexpr size_t kSlots = size_t{1} << 20;
constexpr size_t kMaxProbes = 64;
using Noted = std::array<std::atomic<uint64_t>, kSlots>;

// Shared with forked children, whose changes are the program's as well. Memory
// that is untouched costs nothing. Null where there is none to be had.
Noted* const noted = [] {
  void* memory = mmap(nullptr, sizeof(Noted), PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return memory == MAP_FAILED ? nullptr : static_cast<Noted*>(memory);
}();

uint64_t KeyOf(const struct stat& status) {
  constexpr uint64_t kOdd = 0x9E3779B97F4A7C15;  // Spreads neighbours, loses nothing.
  return std::max<uint64_t>(1, (status.st_ino * kOdd) ^ (status.st_dev * kOdd << 32));
}

enum class IfAbsent : uint8_t { kLeave, kAdd };

// Is the inode noted (afterwards)? Where there is no room left, each one is.
bool IsNoted(const struct stat& status, IfAbsent if_absent) {
  if (noted == nullptr) return true;
  const uint64_t key = KeyOf(status);
  for (size_t i = 0; i < kMaxProbes; ++i) {
    std::atomic<uint64_t>& slot = (*noted)[(key + i) % kSlots];
    uint64_t found = slot.load(std::memory_order_acquire);
    if (found == 0 && if_absent == IfAbsent::kLeave) return false;
    if (found == 0 && slot.compare_exchange_strong(found, key)) return true;
    if (found == key) return true;
  }
  return true;
}

void Note(const struct stat& status) { IsNoted(status, IfAbsent::kAdd); }

// The parent of an absolute path, without the root; empty at the top.
void Climb(std::string* path) { path->resize(path->rfind('/')); }

}  // namespace

void NoteMovedFolder(int dirfd, const char* path) {
  struct stat status;
  // Not by the C library, whose function asks the gates.
  if (syscall(SYS_newfstatat, dirfd, path, &status, AT_SYMLINK_NOFOLLOW) != 0) return;
  if (S_ISDIR(status.st_mode)) Note(status);
}

void NoteWritableMapping(int fd) {
  struct stat status;
  if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode)) Note(status);
}

bool HasUnseenChange(std::string path) {
  for (; path.starts_with('/'); Climb(&path)) {
    struct stat status;
    if (stat(path.c_str(), &status) != 0 || IsNoted(status, IfAbsent::kLeave)) return true;
  }
  return false;
}

}  // namespace hermetic
