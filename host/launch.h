// From a command line to what CPython is asked to run. Needs no interpreter.
#ifndef HERMETIC_HOST_LAUNCH_H_
#define HERMETIC_HOST_LAUNCH_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "host/command_line.h"
#include "resolver/resolve.h"
#include "resolver/target.h"

namespace hermetic::host {

struct Launch {
  resolver::Target target;
  std::vector<std::string> words;  // python3's command line, argv[0] first.
  std::string script_name;         // sys.argv[0]; empty: the one that `words` gives.
};

// Resolves the target of `line`. Errors are those of resolver::Resolve. A
// target of kind kForeign is not for this interpreter: its words begin with the
// options that stand before the script in its first line.
absl::StatusOr<Launch> PlanLaunch(const CommandLine& line, const resolver::Surroundings& around);

// `words` in the form of an argv, without a null pointer at its end. They must
// outlive it, unchanged.
std::vector<char*> Pointers(std::vector<std::string>& words);

// For --print-target: one `name: value` per line.
std::string DescribeTarget(const resolver::Target& target);

}  // namespace hermetic::host

#endif  // HERMETIC_HOST_LAUNCH_H_
