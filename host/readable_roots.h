// What the interpreter itself reads, and may read under every read root. One
// list for the guards and the kernel layer.
#ifndef HERMETIC_HOST_READABLE_ROOTS_H_
#define HERMETIC_HOST_READABLE_ROOTS_H_

#include <string>

#include "resolver/resolve.h"
#include "resolver/target.h"

namespace hermetic::host {

// Where the program's own modules are; empty if it is no file and no module.
std::string ProgramDirectory(const resolver::Target& target);

// Adds to guards/file_rules.h this executable, the prefixes and packages of its
// Python, the virtual environment, the file that is the program, and the directory
// of its modules. Any may be missing. Before the kernel layer is committed.
void AddReadableRoots(const resolver::Target& target, const resolver::Surroundings& around);

}  // namespace hermetic::host

#endif  // HERMETIC_HOST_READABLE_ROOTS_H_
