#include "guards/name_lookup.h"

#include <netdb.h>

#include <memory>

namespace hermetic {

NameLookup LookUp(const std::string& name, int family) {
  NameLookup lookup;
  addrinfo hints{};
  hints.ai_family = family;
  hints.ai_socktype = SOCK_DGRAM;
  addrinfo* found = nullptr;
  lookup.error = getaddrinfo(name.c_str(), nullptr, &hints, &found);
  if (lookup.error != 0) return lookup;
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(found, &freeaddrinfo);
  char text[NI_MAXHOST];
  lookup.error = getnameinfo(found->ai_addr, found->ai_addrlen, text, sizeof(text), nullptr, 0,
                             NI_NUMERICHOST);
  if (lookup.error != 0) return lookup;
  lookup.first = text;
  for (const addrinfo* answer = found; answer != nullptr; answer = answer->ai_next) {
    if (auto address = IpAddress::FromSockaddr(answer->ai_addr)) {
      lookup.addresses.push_back(*address);
    }
  }
  return lookup;
}

}  // namespace hermetic
