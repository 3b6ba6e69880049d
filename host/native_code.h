// What has to be mapped before the kernel layer refuses executable memory.
#ifndef HERMETIC_HOST_NATIVE_CODE_H_
#define HERMETIC_HOST_NATIVE_CODE_H_

#include <string>
#include <vector>

namespace hermetic::host {

// The extension modules of the standard library; FFI and what CPython has for its own
// tests stay out. What cannot be loaded cannot be imported later either.
void LoadOwnNativeCode();

// All shared objects of these modules and packages, as far as they are installed. They
// are mapped, not imported: none of their Python code runs. GIL held.
void LoadAllowedNativeCode(const std::vector<std::string>& names);

}  // namespace hermetic::host

#endif  // HERMETIC_HOST_NATIVE_CODE_H_
