// What has to be executable for one program to start.
#ifndef HERMETIC_GUARDS_KERNEL_EXECUTABLE_NEEDS_H_
#define HERMETIC_GUARDS_KERNEL_EXECUTABLE_NEEDS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace hermetic::kernel {

// `program` is a path or a name on PATH. The answer starts with its real path;
// the ELF interpreter, and for a script the program of its #! line, follow.
// Shared libraries are only read. Empty if there is no such program.
//
// Granting the ELF interpreter has a price that is documented: `ld.so PROGRAM`
// runs any readable program, as does a granted shell or script interpreter.
std::vector<std::string> NeededToExecute(absl::string_view program);

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_EXECUTABLE_NEEDS_H_
