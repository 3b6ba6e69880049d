// Targets of another Python: run by the hermetic-python of that version, if one
// is installed, else by that Python under the kernel layer.
#ifndef HERMETIC_HOST_FOREIGN_H_
#define HERMETIC_HOST_FOREIGN_H_

#include <string>

#include "absl/status/status.h"
#include "host/launch.h"
#include "profiles/policy.h"
#include "resolver/interpreter.h"

namespace hermetic::host {

// The hermetic-python that is made for `target`: its interpreter, if that is
// one, else hermetic-pythonX.Y beside this program. Empty if there is none.
std::string HermeticPythonFor(const resolver::Target& target,
                              const resolver::Installation& installation);

// The first option in force that only layers 1 and 2 hold, which another Python
// has not: "--no-code-exec". Empty if the kernel holds all of `policy`.
std::string HeldByGuardsAlone(const Policy& policy);

// Become the other program; return only on failure. The first gets `argv`
// untouched and finds the same target. The second commits the kernel layer,
// which cannot be taken back; kFailedPrecondition if the kernel does not hold
// every part of `policy`.
absl::Status ExecHermeticPython(const std::string& program, char* const* argv);
absl::Status ExecForeign(const Launch& launch, Policy policy);

}  // namespace hermetic::host

#endif  // HERMETIC_HOST_FOREIGN_H_
