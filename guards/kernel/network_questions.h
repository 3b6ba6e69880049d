// What the supervisor asks about the network part of the policy. The answers are
// the conjunction over all levels.
#ifndef HERMETIC_GUARDS_KERNEL_NETWORK_QUESTIONS_H_
#define HERMETIC_GUARDS_KERNEL_NETWORK_QUESTIONS_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "guards/ip_address.h"
#include "guards/network_rules.h"
#include "profiles/policy.h"

namespace hermetic::kernel {

// Immutable; any thread.
class NetworkQuestions {
 public:
  NetworkQuestions() = default;  // Of no level: everything is allowed.
  explicit NetworkQuestions(absl::Span<const Policy> levels);

  // `names` are the permitted names that were resolved to `address`.
  bool MayConnect(const IpAddress& address, int port, absl::Span<const std::string> names) const;

  // `name` is lower case, without trailing dot.
  bool MayResolve(std::string_view name) const;

  // False for an answer that `name` is not to be believed about.
  bool AcceptsAnswer(std::string_view name, const IpAddress& address) const;

  // The host names that the policies spell out.
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<NetworkRules> levels_;
  std::vector<std::string> names_;
};

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_NETWORK_QUESTIONS_H_
