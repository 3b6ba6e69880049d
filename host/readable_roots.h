// What the interpreter itself reads, and may read under every read root. One
// list for the guards and the kernel layer.
#ifndef HERMETIC_HOST_READABLE_ROOTS_H_
#define HERMETIC_HOST_READABLE_ROOTS_H_

#include <string>
#include <vector>

#include "resolver/resolve.h"
#include "resolver/target.h"

namespace hermetic::host {

// This executable, the prefixes and packages of its Python, the virtual
// environment, and the directory of the program. Any may be missing.
std::vector<std::string> ReadableRoots(const resolver::Target& target,
                                       const resolver::Surroundings& around);

}  // namespace hermetic::host

#endif  // HERMETIC_HOST_READABLE_ROOTS_H_
