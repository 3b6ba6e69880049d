// Who holds which option of the policy when another Python runs the target: the
// kernel layer, and the hook of bootstrap/sitecustomize.py.
#ifndef HERMETIC_HOST_FOREIGN_OPTIONS_H_
#define HERMETIC_HOST_FOREIGN_OPTIONS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "profiles/policy.h"

namespace hermetic::host {

struct Holders {
  bool kernel = false;
  bool hook = false;
};

// The options in force that none of `holders` holds: "--no-code-exec".
std::vector<std::string> NotHeldBy(Holders holders, const Policy& policy);

// HERMETIC_FLAGS_JSON for the hook: "{}" if nothing in force is its concern. A
// restriction that has a grant which the hook does not know is the kernel's alone.
std::string HookFlags(const Policy& policy);

// What keeps the hook out of a Python of `version` ("3.12"; may be empty) that is
// given `words` (argv[0] first, up to the script): "-I", "-E" or "-S", where
// sitecustomize or PYTHONPATH do not count, or a version without audit hooks.
// Empty if nothing does.
std::string KeepsHookOut(absl::string_view version, absl::Span<const std::string> words);

}  // namespace hermetic::host

#endif  // HERMETIC_HOST_FOREIGN_OPTIONS_H_
