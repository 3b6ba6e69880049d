// The levels in force, for who cannot wait for the GIL: the interposed functions
// of the C library (libc_open.cc, libc_paths.cc).
#ifndef HERMETIC_GUARDS_FILE_LEVELS_H_
#define HERMETIC_GUARDS_FILE_LEVELS_H_

#include <atomic>
#include <cstdint>
#include <vector>

#include "guards/policy_level.h"

namespace hermetic {

class FileLevels {
 public:
  using Levels = std::vector<LevelRef>;

  // What the levels have to say about files, as a set of bits.
  enum Need : uint8_t {
    kSystemState = 1,  // Any policy at all.
    kReads = 2,        // Some level limits reads.
    kWrites = 4,       // Some level limits writes.
  };

  // One relaxed load; 0 where everything is allowed.
  static uint8_t Needs() { return needs_.load(std::memory_order_relaxed); }

  // From now on `levels` are in force. GIL held.
  static void Publish(const Levels& levels);

  // Keeps the levels alive that it shows. Takes no lock; any thread.
  class Reader {
   public:
    Reader() { readers_.fetch_add(1); }
    ~Reader() { readers_.fetch_sub(1); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    const Levels& levels() const { return *current_.load(); }
  };

 private:
  static const Levels kNone;
  static std::atomic<uint8_t> needs_;
  static std::atomic<const Levels*> current_;
  static std::atomic<int> readers_;
};

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_FILE_LEVELS_H_
