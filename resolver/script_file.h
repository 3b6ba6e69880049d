// A file or directory that was found: what kind of target it is, for whom.
#ifndef HERMETIC_RESOLVER_SCRIPT_FILE_H_
#define HERMETIC_RESOLVER_SCRIPT_FILE_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "resolver/interpreter.h"
#include "resolver/resolve.h"
#include "resolver/target.h"

namespace hermetic::resolver {

// An existing path as python3 takes it: its first line decides nothing, except
// that a console script brings the environment it is installed in.
absl::StatusOr<Target> DescribeForPython(const std::string& path, const Surroundings& around);

// An existing path as a shell takes it: its first line names the interpreter.
absl::StatusOr<Target> DescribeAsCommand(const std::string& path, const Surroundings& around);

// kInvalidArgument for a FIFO that has a name: it would block. Other files that are no
// programs are left to python3, which says so and ends.
absl::Status CheckNoFifo(const Target& target);

// True if a file on PATH is a Python program of any version.
bool IsPythonScript(const std::string& path);

}  // namespace hermetic::resolver

#endif  // HERMETIC_RESOLVER_SCRIPT_FILE_H_
