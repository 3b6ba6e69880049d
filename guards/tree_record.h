// The violations of a process and of all it starts, in memory that they share.
//
// A segment of System V shared memory: children attach it by its number, so that
// no descriptor stands open that a program could close or write to, and the
// kernel frees it with its last process, however that ends. Counting is atomic
// and exact; lines are kept as far as there is room.
#ifndef HERMETIC_GUARDS_TREE_RECORD_H_
#define HERMETIC_GUARDS_TREE_RECORD_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

#include "guards/guard_id.h"

namespace hermetic {

// How a child finds the record.
struct RecordTicket {
  int32_t segment = -1;
  uint64_t nonce = 0;  // Numbers of segments are used again.
};

struct Tally {
  std::array<uint64_t, kGuardNames.size()> by_guard{};
  uint64_t process_wide = 0;  // By levels that are not a `with` block.
  uint64_t in_children = 0;   // By other processes than the outermost.
  uint64_t total() const;
};

enum class Logged : uint8_t { kNo, kYes };

// All calls are thread-safe, lock-free and take no memory; Create and Join are
// for a process with one thread.
class TreeRecord {
 public:
  static TreeRecord& Get();

  // A record of our own, which goes on counting from `carried` (a process that
  // became another program). Where the machine has no System V shared memory,
  // it holds for this process and its forks. False without memory at all.
  bool Create(const Tally& carried);
  // That of the process that started this one. False if it is gone.
  bool Join(const RecordTicket& ticket);
  bool IsOpen() const { return segment_ != nullptr; }

  // The outermost process: it tells the user, once for all.
  bool IsOwner() const;
  RecordTicket ticket() const;

  // `line` is cut where it exceeds kLineBytes.
  void Add(GuardId guard, bool process_wide, std::string_view line, Logged logged);
  Tally tally() const;

  // Each line that is kept, oldest first, and the process it comes from.
  void ForEachLine(const std::function<void(int32_t pid, std::string_view line)>& use) const;
  // Each line that nobody has logged yet; from then on it counts as logged.
  void TakeUnlogged(const std::function<void(std::string_view line)>& log);

  static constexpr size_t kLineBytes = 1000;
  static constexpr size_t kKept = 16384;

 private:
  struct Segment;

  Segment* segment_ = nullptr;
  int32_t number_ = -1;
};

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_TREE_RECORD_H_
