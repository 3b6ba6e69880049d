#include "guards/kernel/environment_block.h"

#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): setenv is POSIX.
#include <unistd.h>

#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "guards/environment_rules.h"

namespace hermetic::kernel {

void WipeEnvironment(const Policy& policy) {
  if (!policy.no_environment && !policy.scrub_env) return;
  const EnvironmentRules rules = EnvironmentRules::Compile(policy);
  std::vector<std::pair<std::string, std::string>> kept;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const size_t equals = text.find('=');
    if (equals != std::string_view::npos) {
      const std::string_view name = text.substr(0, equals);
      if (IsHarmlessVariable(name) || rules.IsGranted(name)) {
        kept.emplace_back(name, text.substr(equals + 1));
      }
    }
    explicit_bzero(*entry, text.size());
  }
  clearenv();
  for (const auto& [name, value] : kept) setenv(name.c_str(), value.c_str(), 1);
}

}  // namespace hermetic::kernel
