// Which addresses the permitted names were resolved to.
#ifndef HERMETIC_GUARDS_KERNEL_RESOLVED_ADDRESSES_H_
#define HERMETIC_GUARDS_KERNEL_RESOLVED_ADDRESSES_H_

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "guards/ip_address.h"
#include "guards/kernel/socket_address.h"

namespace hermetic::kernel {

// Thread-safe.
class ResolvedAddresses {
 public:
  void Add(const IpAddress& address, std::string_view name);
  std::vector<std::string> NamesOf(const IpAddress& address) const;

 private:
  mutable std::mutex mutex_;
  std::map<IpAddress, std::vector<std::string>> names_by_address_;
};

// All addresses of `name`, through the machine's own resolver; blocks.
std::vector<SocketAddress> Resolve(const std::string& name, int family);

struct HostsEntry {
  IpAddress address;
  std::string name;  // Lower case.
};

// /etc/hosts.
std::vector<HostsEntry> ReadHostsFile();

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_RESOLVED_ADDRESSES_H_
