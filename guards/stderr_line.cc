#include "guards/stderr_line.h"

#include <unistd.h>

#include <cerrno>
#include <string>

namespace hermetic {

void WriteStderr(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(STDERR_FILENO, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;  // Closed: there is nobody to tell.
    text.remove_prefix(static_cast<size_t>(written));
  }
}

void WriteStderrLine(std::string_view line) { WriteStderr(std::string(line) + "\n"); }

}  // namespace hermetic
