#include "guards/process_start.h"

#include <sys/stat.h>

#include <ctime>

namespace hermetic {
namespace {

timespec process_start{};

}  // namespace

void NoteProcessStart() {
  // Files are stamped by this clock, which may lag a few milliseconds.
  if (process_start.tv_sec == 0) clock_gettime(CLOCK_REALTIME_COARSE, &process_start);
}

bool ChangedSinceStart(const char* path) {
  struct stat status;
  return stat(path, &status) != 0 || ChangedSinceStart(status);
}

bool ChangedSinceStart(const struct stat& status) {
  const timespec& changed = status.st_ctim;
  return changed.tv_sec != process_start.tv_sec ? changed.tv_sec > process_start.tv_sec
                                                : changed.tv_nsec > process_start.tv_nsec;
}

}  // namespace hermetic
