// Asking the C library for the addresses of a name.
#ifndef HERMETIC_GUARDS_NAME_LOOKUP_H_
#define HERMETIC_GUARDS_NAME_LOOKUP_H_

#include <string>
#include <vector>

#include "guards/ip_address.h"

namespace hermetic {

struct NameLookup {
  int error = 0;                     // EAI_*; 0 if there is an answer.
  std::string first;                 // Numeric text of what connect() would take.
  std::vector<IpAddress> addresses;  // All of the answer.
};

// As the socket module resolves the host of an address for a socket of `family`.
// Blocks: not with the GIL held.
NameLookup LookUp(const std::string& name, int family);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_NAME_LOOKUP_H_
