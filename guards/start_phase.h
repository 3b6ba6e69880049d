// Start-up, from the arming of the hook to the target: `.pth` files and
// sitecustomize run guarded, but what `site` itself does is the host's doing.
#ifndef HERMETIC_GUARDS_START_PHASE_H_
#define HERMETIC_GUARDS_START_PHASE_H_

namespace hermetic {

class StartPhase {
 public:
  static bool IsOver() { return over_; }
  // Once; there is no way back.
  static void End() { over_ = true; }

 private:
  inline static bool over_ = false;
};

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_START_PHASE_H_
