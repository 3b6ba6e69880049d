// Marks what this thread does on our own behalf, so that every guard lets it
// pass: compiling a file of the standard library to compare, for example.
#ifndef HERMETIC_GUARDS_HOST_ACTIVITY_H_
#define HERMETIC_GUARDS_HOST_ACTIVITY_H_

#include <Python.h>

namespace hermetic {

// No user code may run while one of these lives: no finaliser either, so there
// is no garbage collection (CPython 3.11 collects when it allocates). GIL held.
class HostActivity {
 public:
  HostActivity() : collects_(PyGC_Disable() != 0) { ++depth_; }
  ~HostActivity() {
    --depth_;
    if (collects_) PyGC_Enable();
  }
  HostActivity(const HostActivity&) = delete;
  HostActivity& operator=(const HostActivity&) = delete;

  static bool IsOn() { return depth_ != 0; }

 private:
  bool collects_;
  inline static thread_local int depth_ = 0;
};

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_HOST_ACTIVITY_H_
