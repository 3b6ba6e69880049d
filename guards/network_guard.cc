#include "guards/network_guard.h"

namespace hermetic {

const Guard kNetworkGuard = {MaskOf(GuardId::kNetwork), {}, {}};

}  // namespace hermetic
