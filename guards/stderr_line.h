// Our own lines on standard error: written at once and whole, past Python's
// buffers and whatever the program made of sys.stderr.
#ifndef HERMETIC_GUARDS_STDERR_LINE_H_
#define HERMETIC_GUARDS_STDERR_LINE_H_

#include <string_view>

namespace hermetic {

void WriteStderr(std::string_view text);
// Adds the newline.
void WriteStderrLine(std::string_view line);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_STDERR_LINE_H_
