#include "guards/resolved_addresses.h"

namespace hermetic {

void ResolvedAddresses::Add(const IpAddress& address, std::string_view name, absl::Time now) {
  if (size_ >= kCapacity) Forget(now - kCurrent);
  // All of them current: what was asked for first goes first.
  if (size_ >= kCapacity) Forget(now);
  const auto [entry, added] = addresses_[address].insert_or_assign(std::string(name), now);
  if (added) ++size_;
}

bool ResolvedAddresses::AnyName(const IpAddress& address, absl::Time now,
                                const std::function<bool(std::string_view)>& accepts) const {
  const auto found = addresses_.find(address);
  if (found == addresses_.end()) return false;
  for (const auto& [name, answered] : found->second) {
    if (now - answered < kCurrent && accepts(name)) return true;
  }
  return false;
}

void ResolvedAddresses::Forget(absl::Time older_than) {
  for (auto entry = addresses_.begin(); entry != addresses_.end();) {
    size_ -=
        std::erase_if(entry->second, [&](const auto& name) { return name.second <= older_than; });
    entry = entry->second.empty() ? addresses_.erase(entry) : std::next(entry);
  }
}

}  // namespace hermetic
