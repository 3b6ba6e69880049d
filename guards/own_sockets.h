// Sockets that the guard has let connect or accept, told by the kernel's name
// for them, so that they can be handed around in the process (TLS, dup,
// asyncio) when an address alone would not allow them any more.
#ifndef HERMETIC_GUARDS_OWN_SOCKETS_H_
#define HERMETIC_GUARDS_OWN_SOCKETS_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <unordered_set>

namespace hermetic {

// SO_COOKIE names a socket for the life of the machine, unlike a descriptor.
// Not thread-safe: the guard keeps one under the GIL.
class OwnSockets {
 public:
  // The oldest are forgotten beyond this; they can still be used, not adopted.
  static constexpr size_t kCapacity = 65536;

  // Nothing happens if `fd` is no socket.
  void Add(int fd);
  bool Contains(int fd) const;

 private:
  std::unordered_set<uint64_t> cookies_;
  std::deque<uint64_t> by_age_;
};

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_OWN_SOCKETS_H_
