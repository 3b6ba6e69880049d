#include "guards/kernel/denial_log.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "guards/kernel/unique_fd.h"

namespace hermetic::kernel {
namespace {

constexpr unsigned kSealFutureWrite = 0x0010;  // F_SEAL_FUTURE_WRITE, Linux 5.1.

template <size_t kSize>
void CopyText(std::array<char, kSize>& to, absl::string_view from) {
  const size_t size = std::min(from.size(), kSize - 1);
  memcpy(to.data(), from.data(), size);
  to[size] = '\0';
}

}  // namespace

absl::StatusOr<KernelDenialLog> KernelDenialLog::Create() {
  UniqueFd fd(memfd_create("hermetic-denials", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (!fd.valid()) return absl::ErrnoToStatus(errno, "memfd_create");
  if (ftruncate(fd.get(), sizeof(Ring)) != 0 ||
      fcntl(fd.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW) != 0) {
    return absl::ErrnoToStatus(errno, "denial log");
  }
  void* memory = mmap(nullptr, sizeof(Ring), PROT_READ | PROT_WRITE, MAP_SHARED, fd.get(), 0);
  if (memory == MAP_FAILED) return absl::ErrnoToStatus(errno, "denial log");
  return KernelDenialLog(fd.Release(), static_cast<Ring*>(memory));  // All zero bytes.
}

KernelDenialLog::KernelDenialLog(KernelDenialLog&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      ring_(std::exchange(other.ring_, nullptr)),
      read_(other.read_) {}

KernelDenialLog::~KernelDenialLog() {
  if (ring_ != nullptr) munmap(ring_, sizeof(Ring));
  if (fd_ >= 0) close(fd_);
}

absl::Status KernelDenialLog::KeepReadOnly() {
  munmap(std::exchange(ring_, nullptr), sizeof(Ring));
  const UniqueFd fd(std::exchange(fd_, -1));
  if (fcntl(fd.get(), F_ADD_SEALS, kSealFutureWrite | F_SEAL_SEAL) != 0) {
    return absl::ErrnoToStatus(errno, "sealing the denial log");
  }
  void* memory = mmap(nullptr, sizeof(Ring), PROT_READ, MAP_SHARED, fd.get(), 0);
  if (memory == MAP_FAILED) return absl::ErrnoToStatus(errno, "denial log");
  ring_ = static_cast<Ring*>(memory);
  return absl::OkStatus();
}

void KernelDenialLog::Add(pid_t thread, absl::string_view operation, absl::string_view target) {
  const uint64_t number = ring_->total.fetch_add(1, std::memory_order_relaxed) + 1;
  Entry& entry = ring_->entries[(number - 1) % kCapacity];
  entry.number.store(0, std::memory_order_release);
  std::atomic_thread_fence(std::memory_order_release);
  entry.thread = thread;
  CopyText(entry.operation, operation);
  CopyText(entry.target, target);
  entry.number.store(number, std::memory_order_release);
}

std::vector<KernelDenial> KernelDenialLog::ReadNew() {
  std::vector<KernelDenial> denials;
  const uint64_t end = total();
  if (end > read_ + kCapacity) read_ = end - kCapacity;
  while (read_ < end) {
    const Entry& entry = ring_->entries[read_ % kCapacity];
    const uint64_t number = entry.number.load(std::memory_order_acquire);
    if (number <= read_) break;  // Being written; the next call reads it.
    ++read_;
    if (number != read_) continue;  // Overwritten.
    KernelDenial denial{entry.thread, entry.operation.data(), entry.target.data()};
    std::atomic_thread_fence(std::memory_order_acquire);
    if (entry.number.load(std::memory_order_relaxed) == read_) denials.push_back(std::move(denial));
  }
  return denials;
}

uint64_t KernelDenialLog::total() const { return ring_->total.load(std::memory_order_acquire); }

}  // namespace hermetic::kernel
