// Targets of another Python: run by the hermetic-python of that version, if one
// is installed, else by that Python with our hook in it, under the kernel layer.
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

// Become the other program; return only on failure. The first gets `argv`
// untouched and finds the same target. The second commits the kernel layer, which
// cannot be taken back. With a hook it becomes the other program in a child, and
// this process ends as that does, once the hook's files are removed. A line says
// so if -I, -S or -E keeps the hook out. kFailedPrecondition if a part of `policy`
// would not be held at all, and under --kernel=require if -I leaves one open.
absl::Status ExecHermeticPython(const std::string& program, char* const* argv);
absl::Status ExecForeign(const Launch& launch, const Policy& policy);

}  // namespace hermetic::host

#endif  // HERMETIC_HOST_FOREIGN_H_
