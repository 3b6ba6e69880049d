#include "guards/tree_record.h"

#include <sys/mman.h>
#include <sys/random.h>
#include <sys/shm.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <new>
#include <numeric>

namespace hermetic {
namespace {

enum class LineState : uint32_t { kEmpty, kKept, kLogged };

struct Line {
  std::atomic<LineState> state;
  int32_t pid;
  uint32_t size;
  std::array<char, TreeRecord::kLineBytes> text;
};

}  // namespace

// Zeroed memory is an empty one.
struct TreeRecord::Segment {
  uint64_t nonce;
  int32_t owner;
  std::array<std::atomic<uint64_t>, kGuardNames.size()> by_guard;
  std::atomic<uint64_t> process_wide;
  std::atomic<uint64_t> in_children;
  std::atomic<uint64_t> next_line;
  std::array<Line, kKept> lines;

  size_t LineCount() const {
    return std::min<size_t>(next_line.load(std::memory_order_acquire), kKept);
  }
};

static_assert(std::atomic<uint64_t>::is_always_lock_free);

uint64_t Tally::total() const {
  return std::accumulate(by_guard.begin(), by_guard.end(), uint64_t{0});
}

TreeRecord& TreeRecord::Get() {
  static TreeRecord record;
  return record;
}

bool TreeRecord::Create(const Tally& carried) {
  void* memory = MAP_FAILED;
  number_ = shmget(IPC_PRIVATE, sizeof(Segment), IPC_CREAT | SHM_NORESERVE | 0600);
  if (number_ >= 0) {
    memory = shmat(number_, nullptr, 0);
    // Linux lets children attach a segment that is marked so while we hold it.
    shmctl(number_, IPC_RMID, nullptr);
  }
  if (memory == MAP_FAILED) {
    number_ = -1;
    memory = mmap(nullptr, sizeof(Segment), PROT_READ | PROT_WRITE,
                  MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  }
  if (memory == MAP_FAILED) return false;
  segment_ = static_cast<Segment*>(memory);
  segment_->owner = getpid();
  if (getrandom(&segment_->nonce, sizeof(segment_->nonce), GRND_NONBLOCK) < 0) segment_->nonce = 1;
  for (size_t i = 0; i < carried.by_guard.size(); ++i) segment_->by_guard[i] = carried.by_guard[i];
  segment_->process_wide = carried.process_wide;
  segment_->in_children = carried.in_children;
  return true;
}

bool TreeRecord::Join(const RecordTicket& ticket) {
  struct shmid_ds status;
  if (ticket.segment < 0 || shmctl(ticket.segment, IPC_STAT, &status) != 0 ||
      status.shm_segsz != sizeof(Segment)) {
    return false;
  }
  void* memory = shmat(ticket.segment, nullptr, 0);
  if (memory == MAP_FAILED) return false;
  auto* segment = static_cast<Segment*>(memory);
  if (segment->nonce != ticket.nonce) {
    shmdt(memory);
    return false;
  }
  segment_ = segment;
  number_ = ticket.segment;
  return true;
}

bool TreeRecord::IsOwner() const { return IsOpen() && segment_->owner == getpid(); }

RecordTicket TreeRecord::ticket() const {
  return IsOpen() ? RecordTicket{number_, segment_->nonce} : RecordTicket{};
}

void TreeRecord::Add(GuardId guard, bool process_wide, std::string_view line, Logged logged) {
  if (!IsOpen()) return;
  const int32_t pid = getpid();
  segment_->by_guard[static_cast<size_t>(guard)].fetch_add(1, std::memory_order_relaxed);
  if (process_wide) segment_->process_wide.fetch_add(1, std::memory_order_relaxed);
  if (pid != segment_->owner) segment_->in_children.fetch_add(1, std::memory_order_relaxed);
  const uint64_t index = segment_->next_line.fetch_add(1, std::memory_order_acq_rel);
  if (index >= kKept) return;
  Line& kept = segment_->lines[index];
  kept.pid = pid;
  kept.size = static_cast<uint32_t>(std::min(line.size(), kLineBytes));
  std::memcpy(kept.text.data(), line.data(), kept.size);
  kept.state.store(logged == Logged::kYes ? LineState::kLogged : LineState::kKept,
                   std::memory_order_release);
}

Tally TreeRecord::tally() const {
  Tally tally;
  if (!IsOpen()) return tally;
  for (size_t i = 0; i < tally.by_guard.size(); ++i) tally.by_guard[i] = segment_->by_guard[i];
  tally.process_wide = segment_->process_wide;
  tally.in_children = segment_->in_children;
  return tally;
}

void TreeRecord::ForEachLine(
    const std::function<void(int32_t pid, std::string_view line)>& use) const {
  if (!IsOpen()) return;
  for (size_t i = 0; i < segment_->LineCount(); ++i) {
    const Line& line = segment_->lines[i];
    if (line.state.load(std::memory_order_acquire) == LineState::kEmpty) continue;
    use(line.pid, {line.text.data(), std::min<size_t>(line.size, kLineBytes)});
  }
}

void TreeRecord::TakeUnlogged(const std::function<void(std::string_view line)>& log) {
  if (!IsOpen()) return;
  for (size_t i = 0; i < segment_->LineCount(); ++i) {
    Line& line = segment_->lines[i];
    LineState kept = LineState::kKept;
    if (!line.state.compare_exchange_strong(kept, LineState::kLogged)) continue;
    log({line.text.data(), std::min<size_t>(line.size, kLineBytes)});
  }
}

}  // namespace hermetic
