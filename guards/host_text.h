// What a program wrote where a host is expected, in one form: an address if
// the C library would take it for one, a name otherwise.
#ifndef HERMETIC_GUARDS_HOST_TEXT_H_
#define HERMETIC_GUARDS_HOST_TEXT_H_

#include <optional>
#include <string>
#include <string_view>

#include "guards/ip_address.h"

namespace hermetic {

struct HostText {
  std::optional<IpAddress> address;
  std::string name;  // Lower case, no trailing dot; empty for an address.
  // What may be handed to the C library in place of the text: it cannot read
  // anything else into it than was read here.
  std::string canonical;
};

// Takes off surrounding blanks and trailing dots, which resolvers ignore, and
// the brackets of an IPv6 address. Bytes above 0x7f stay: names are expected
// in their IDNA form, as CPython hands them to the C library.
// nullopt for an embedded control character: C functions may stop at a NUL.
std::optional<HostText> ParseHost(std::string_view text);

// Names that mean this machine everywhere.
bool IsLoopbackName(std::string_view name);

// Names of cloud metadata endpoints.
bool IsMetadataName(std::string_view name);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_HOST_TEXT_H_
