// The processes that a monitor answers for, and what they use.
#ifndef HERMETIC_GUARDS_KERNEL_PROCESS_TREE_H_
#define HERMETIC_GUARDS_KERNEL_PROCESS_TREE_H_

#include <sys/types.h>

#include <cstdint>
#include <set>

namespace hermetic::kernel {

enum class Membership : uint8_t {
  // The monitor is in the Landlock domain around the tree, and the domain
  // scopes signals: whom it may signal is a member, wherever its parents went.
  kLandlockDomain,
  // Descendants of the root; one that was seen stays a member when its parent
  // ends. What is forked off twice between two looks is missed.
  kDescendants,
};

struct TreeUsage {
  int64_t memory_bytes = 0;  // Anonymous and shared memory, each page counted once per mapping.
  double cpu_seconds = 0;    // Ended children that were waited for included.
  int64_t processes = 0;
};

class ProcessTree {
 public:
  // `other` is a process of ours within the domain that does not count.
  ProcessTree(pid_t root, pid_t other, Membership membership)
      : root_(root), other_(other), membership_(membership), members_{root} {}

  // Looks who is there. False when nobody is left.
  bool Refresh();
  TreeUsage Usage() const;
  // Each page divided by the number of its users; slow, for a close look.
  int64_t ProportionalMemory() const;
  // SIGKILL to all, until nobody is left.
  void Kill();

 private:
  const pid_t root_;
  const pid_t other_;
  const Membership membership_;
  std::set<pid_t> members_;
};

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_PROCESS_TREE_H_
