#include "guards/kernel/resolved_addresses.h"

#include <netdb.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <optional>
#include <sstream>

#include "absl/strings/ascii.h"

namespace hermetic::kernel {

void ResolvedAddresses::Add(const IpAddress& address, std::string_view name) {
  const std::lock_guard lock(mutex_);
  auto& names = names_by_address_[address];
  if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
}

std::vector<std::string> ResolvedAddresses::NamesOf(const IpAddress& address) const {
  const std::lock_guard lock(mutex_);
  const auto found = names_by_address_.find(address);
  return found == names_by_address_.end() ? std::vector<std::string>{} : found->second;
}

std::vector<SocketAddress> Resolve(const std::string& name, int family) {
  const addrinfo hints{.ai_family = family, .ai_socktype = SOCK_STREAM};
  addrinfo* found = nullptr;
  if (getaddrinfo(name.c_str(), nullptr, &hints, &found) != 0) return {};
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> owner(found, freeaddrinfo);
  std::vector<SocketAddress> addresses;
  for (const addrinfo* info = found; info != nullptr; info = info->ai_next) {
    const SocketAddress address({reinterpret_cast<const char*>(info->ai_addr), info->ai_addrlen});
    if (address.ip()) addresses.push_back(address);
  }
  return addresses;
}

std::vector<HostsEntry> ReadHostsFile() {
  std::vector<HostsEntry> entries;
  std::ifstream file("/etc/hosts");
  std::string line;
  while (std::getline(file, line)) {
    std::istringstream words(line.substr(0, line.find('#')));
    std::string host;
    words >> host;
    const std::optional<IpAddress> address = IpAddress::Parse(host);
    if (!address) continue;
    std::string name;
    while (words >> name) entries.push_back({*address, absl::AsciiStrToLower(name)});
  }
  return entries;
}

}  // namespace hermetic::kernel
