#include "guards/socket_option_guard.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>

#include "guards/network_decision.h"
#include "guards/refused_socket_options.h"

namespace hermetic {
namespace {

constexpr NetworkOperation kSetOption = {"set socket option", "setsockopt", "setsockopt"};

}  // namespace

// setsockopt(level, option, value[, length])
Verdict CheckSetOption(const ActivePolicy& active, const Args& args) {
  const std::optional<int64_t> level = IntValue(args[0]);
  const std::optional<int64_t> option = IntValue(args[1]);
  if (!level || !option) return RefuseAlways(active, kSetOption, "invalid option");
  const auto* const refused = std::find_if(
      std::begin(kRefusedSocketOptions), std::end(kRefusedSocketOptions),
      [&](const SocketOption& one) { return one.level == *level && one.option == *option; });
  return refused == std::end(kRefusedSocketOptions)
             ? kAllowed
             : RefuseAlways(active, kSetOption, refused->name);
}

}  // namespace hermetic
