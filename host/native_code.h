// What has to be mapped before the kernel layer refuses executable memory.
#ifndef HERMETIC_HOST_NATIVE_CODE_H_
#define HERMETIC_HOST_NATIVE_CODE_H_

#include <optional>
#include <string>
#include <vector>

#include "resolver/target.h"

namespace hermetic::host {

// The extension modules of the standard library; FFI and what CPython has for its own
// tests stay out. What cannot be loaded cannot be imported later either.
void LoadOwnNativeCode();

// The directory that the target will put before sys.path, empty for the working
// directory; none under -P and -I. GIL held.
std::optional<std::string> FirstOnPath(const resolver::Target& target);

// All shared objects of these modules and packages, as far as they are installed. They
// are mapped, not imported: none of their Python code runs. `first`: as
// FirstOnPath. GIL held.
void LoadAllowedNativeCode(const std::vector<std::string>& names,
                           const std::optional<std::string>& first);

}  // namespace hermetic::host

#endif  // HERMETIC_HOST_NATIVE_CODE_H_
