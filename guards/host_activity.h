// Marks what this thread does on our own behalf, so that guards let it pass.
#ifndef HERMETIC_GUARDS_HOST_ACTIVITY_H_
#define HERMETIC_GUARDS_HOST_ACTIVITY_H_

#include <Python.h>

#include <utility>

namespace hermetic {

// Files that a guard looks at for its own decision: the gates of the C library
// let them pass. Events and builtins are decided as ever, since a program may
// have its say in between (audit hooks, keys with methods). No finaliser runs
// while one of these lives: CPython 3.11 collects garbage when it allocates.
// GIL held.
class OwnFiles {
 public:
  OwnFiles() : collects_(PyGC_Disable() != 0) { ++depth_; }
  ~OwnFiles() {
    --depth_;
    if (collects_) PyGC_Enable();
  }
  OwnFiles(const OwnFiles&) = delete;
  OwnFiles& operator=(const OwnFiles&) = delete;

  static bool IsOn() { return depth_ != 0; }

 private:
  friend class ProgramMayRun;
  bool collects_;
  inline static thread_local int depth_ = 0;
};

// In the middle of that: what CPython does here can call the program back, which
// then meets the gates again.
class ProgramMayRun {
 public:
  ProgramMayRun() : depth_(std::exchange(OwnFiles::depth_, 0)) {}
  ~ProgramMayRun() { OwnFiles::depth_ = depth_; }
  ProgramMayRun(const ProgramMayRun&) = delete;
  ProgramMayRun& operator=(const ProgramMayRun&) = delete;

 private:
  int depth_;
};

// Python code of ours runs: every guard lets everything pass. No code of the
// program may run meanwhile. GIL held.
class HostActivity {
 public:
  HostActivity() { ++depth_; }
  ~HostActivity() { --depth_; }
  HostActivity(const HostActivity&) = delete;
  HostActivity& operator=(const HostActivity&) = delete;

  static bool IsOn() { return depth_ != 0; }

 private:
  OwnFiles files_;
  inline static thread_local int depth_ = 0;
};

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_HOST_ACTIVITY_H_
