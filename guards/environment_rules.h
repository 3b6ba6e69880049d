// The environment part of a policy, compiled. Knows no Python.
#ifndef HERMETIC_GUARDS_ENVIRONMENT_RULES_H_
#define HERMETIC_GUARDS_ENVIRONMENT_RULES_H_

#include <string>
#include <string_view>
#include <vector>

#include "profiles/policy.h"

namespace hermetic {

// Names that the interpreter and the standard library read to do their work
// (locale, terminal size, search paths, temporary directory) and whose values
// are no secrets. Kept in a restricted process, and readable by the standard
// library's own code.
bool IsHarmlessVariable(std::string_view name);

// From these, libraries learn which shared objects to load: OpenSSL when `ssl` is
// imported, the C library to convert character sets.
bool NamesSharedObjects(std::string_view name);

// `entry` ("NAME=VALUE") makes a program that is started load shared objects.
bool SteersLinker(std::string_view entry);

class EnvironmentRules {
 public:
  static EnvironmentRules Compile(const Policy& policy);

  // --allow-env covers `name`.
  bool IsGranted(std::string_view name) const;

 private:
  std::vector<std::string> names_;
  std::vector<std::string> prefixes_;
};

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_ENVIRONMENT_RULES_H_
