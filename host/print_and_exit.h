// What is printed instead of running anything.
#ifndef HERMETIC_HOST_PRINT_AND_EXIT_H_
#define HERMETIC_HOST_PRINT_AND_EXIT_H_

#include "host/command_line.h"
#include "profiles/policy_with_origins.h"
#include "resolver/target.h"

namespace hermetic::host {

// Does what command.action (anything but kRun) asks for; gives the exit code.
int PrintAndExit(const CommandLine& command, const resolver::Target& target,
                 const PolicyWithOrigins& policy);

}  // namespace hermetic::host

#endif  // HERMETIC_HOST_PRINT_AND_EXIT_H_
