#include "guards/network_rules.h"

namespace hermetic {

NetworkRules NetworkRules::Compile(const Policy&) { return {}; }

}  // namespace hermetic
