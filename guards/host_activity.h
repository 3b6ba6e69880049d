// Marks what this thread does on our own behalf, so that the audit hook lets
// it pass: compiling a file of the standard library to compare, for example.
#ifndef HERMETIC_GUARDS_HOST_ACTIVITY_H_
#define HERMETIC_GUARDS_HOST_ACTIVITY_H_

namespace hermetic {

// No user code may run while one of these lives.
class HostActivity {
 public:
  HostActivity() { ++depth_; }
  ~HostActivity() { --depth_; }
  HostActivity(const HostActivity&) = delete;
  HostActivity& operator=(const HostActivity&) = delete;

  static bool IsOn() { return depth_ != 0; }

 private:
  inline static thread_local int depth_ = 0;
};

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_HOST_ACTIVITY_H_
