// Which addresses the program got as answers for which names, so that a
// granted name can be connected to by what it resolved to.
#ifndef HERMETIC_GUARDS_RESOLVED_ADDRESSES_H_
#define HERMETIC_GUARDS_RESOLVED_ADDRESSES_H_

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "absl/time/time.h"
#include "guards/ip_address.h"

namespace hermetic {

// Holds names, not permissions: whether a name is granted is asked of each
// level of the policy when the address is used. Not thread-safe: the guard
// keeps one under the GIL.
class ResolvedAddresses {
 public:
  // DNS answers live for minutes; a program that keeps an address for longer
  // than this without asking again has to ask again.
  static constexpr absl::Duration kCurrent = absl::Minutes(10);
  static constexpr size_t kCapacity = 16384;

  // Addresses reachable through `name` (canonical) as of `now`.
  void Add(const IpAddress& address, std::string_view name, absl::Time now);

  // True if `accepts` holds for a name that `address` is a current answer for.
  bool AnyName(const IpAddress& address, absl::Time now,
               const std::function<bool(std::string_view)>& accepts) const;

  size_t size() const { return size_; }

 private:
  // The names of an address, each with the time of its latest answer.
  using Names = std::map<std::string, absl::Time, std::less<>>;

  void Forget(absl::Time older_than);

  std::map<IpAddress, Names> addresses_;
  size_t size_ = 0;
};

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_RESOLVED_ADDRESSES_H_
