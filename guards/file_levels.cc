#include "guards/file_levels.h"

#include <memory>

namespace hermetic {
namespace {

// Levels that a reader may still be looking at; changed with the GIL held.
std::vector<std::unique_ptr<const FileLevels::Levels>>& Retired() {
  static auto& retired = *new std::vector<std::unique_ptr<const FileLevels::Levels>>;
  return retired;
}

uint8_t NeedsOf(const FileLevels::Levels& levels) {
  uint8_t needs = 0;
  for (const LevelRef& level : levels) {
    needs |= FileLevels::kSystemState;
    if (level->files.limits_reads()) needs |= FileLevels::kReads;
    if (level->files.limits_writes()) needs |= FileLevels::kWrites;
  }
  return needs;
}

}  // namespace

const FileLevels::Levels FileLevels::kNone;
std::atomic<uint8_t> FileLevels::needs_{0};
std::atomic<const FileLevels::Levels*> FileLevels::current_{&kNone};
std::atomic<int> FileLevels::readers_{0};

void FileLevels::Publish(const Levels& levels) {
  auto next = std::make_unique<const Levels>(levels);
  needs_.store(NeedsOf(levels), std::memory_order_relaxed);
  const Levels* previous = current_.exchange(next.release());
  if (previous != &kNone) Retired().emplace_back(previous);
  // Whoever starts reading from here on sees the new ones.
  if (readers_.load() == 0) Retired().clear();
}

}  // namespace hermetic
