// Start-up, from the arming of the hook to the target: `.pth` files and
// sitecustomize run guarded, but what `site` itself does is the host's doing.
#ifndef HERMETIC_GUARDS_START_PHASE_H_
#define HERMETIC_GUARDS_START_PHASE_H_

#include "absl/status/status.h"

namespace hermetic {

class StartPhase {
 public:
  static bool IsOver() { return over_; }
  // The target's own directory is on sys.path by now, and none of its code has
  // run. Notes what later decisions compare with. Once; there is no way back.
  // An error means that the target must not run. GIL held.
  static absl::Status End();

 private:
  inline static bool over_ = false;
};

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_START_PHASE_H_
