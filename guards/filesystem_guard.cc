#include "guards/filesystem_guard.h"

namespace hermetic {

const Guard kFilesystemGuard = {MaskOf(GuardId::kFilesystem), {}, {}};

}  // namespace hermetic
