// --allow-run: which programs may be started although processes are refused.
// Decided on the file that would be executed, whatever name leads to it.
#ifndef HERMETIC_GUARDS_RUN_RULES_H_
#define HERMETIC_GUARDS_RUN_RULES_H_

#include <sys/stat.h>

#include <string>
#include <string_view>
#include <vector>

#include "profiles/policy.h"

namespace hermetic {

class RunRules {
 public:
  // Names are looked up here and now in `search_path` (PATH), so that a program
  // that changes its PATH later gains nothing. A name that is not there grants
  // nothing.
  static RunRules Compile(const Policy& policy, std::string_view search_path);

  bool AllowsNothing() const { return programs_.empty(); }
  // The path by which `program` is listed, or null. A handful of system calls; no
  // locks and no memory, since it is asked in a child of vfork.
  const char* Find(const struct stat& program) const;
  bool Allows(const struct stat& program) const { return Find(program) != nullptr; }
  // Absolute, as far as they were found.
  const std::vector<std::string>& programs() const { return programs_; }

 private:
  std::vector<std::string> programs_;
};

// As execvp does it: `name` itself if it has a slash, else the first executable
// file of that name in the directories of `search_path`; empty if there is none.
std::string FindProgram(std::string_view name, std::string_view search_path);

// PATH, or what the C library takes in its place.
const char* SearchPath();

// The interpreter's own program, which a fork is another run of.
bool OwnProgram(struct stat* program);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_RUN_RULES_H_
