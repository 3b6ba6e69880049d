#include "guards/kernel/network_questions.h"

#include <algorithm>

#include "profiles/host_pattern.h"

namespace hermetic::kernel {
namespace {

bool Leads(const NetworkRules& rules, std::string_view name, const IpAddress& address, int port) {
  return rules.DecideName(name, port) == NetworkAnswer::kAllowed &&
         rules.AcceptsAnswer(name, address, port);
}

}  // namespace

NetworkQuestions::NetworkQuestions(absl::Span<const Policy> levels) {
  for (const Policy& level : levels) {
    levels_.push_back(NetworkRules::Compile(level));
    names_.insert(names_.end(), level.allow_domain.begin(), level.allow_domain.end());
    for (const std::string& host : level.allow_host) {
      const absl::StatusOr<HostPattern> pattern = ParseHostPattern(host);
      if (pattern.ok() && !pattern->name.empty()) names_.push_back(pattern->name);
    }
  }
}

bool NetworkQuestions::MayConnect(const IpAddress& address, int port,
                                  absl::Span<const std::string> names) const {
  return std::all_of(levels_.begin(), levels_.end(), [&](const NetworkRules& rules) {
    const NetworkAnswer answer = rules.DecideAddress(address, port);
    if (answer != NetworkAnswer::kNotGranted) return answer == NetworkAnswer::kAllowed;
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return Leads(rules, name, address, port); });
  });
}

bool NetworkQuestions::MayResolve(std::string_view name) const {
  return std::all_of(levels_.begin(), levels_.end(), [&](const NetworkRules& rules) {
    return rules.DecideName(name, kSomePort) == NetworkAnswer::kAllowed;
  });
}

bool NetworkQuestions::AcceptsAnswer(std::string_view name, const IpAddress& address) const {
  return std::all_of(levels_.begin(), levels_.end(), [&](const NetworkRules& rules) {
    const NetworkAnswer answer = rules.DecideAddress(address, kSomePort);
    if (answer != NetworkAnswer::kNotGranted) return answer == NetworkAnswer::kAllowed;
    return Leads(rules, name, address, kSomePort);
  });
}

}  // namespace hermetic::kernel
