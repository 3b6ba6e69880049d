// Owns one file descriptor.
#ifndef HERMETIC_GUARDS_KERNEL_UNIQUE_FD_H_
#define HERMETIC_GUARDS_KERNEL_UNIQUE_FD_H_

#include <unistd.h>

#include <utility>

namespace hermetic::kernel {

class UniqueFd {
 public:
  UniqueFd() = default;
  explicit UniqueFd(int fd) : fd_(fd) {}
  UniqueFd(UniqueFd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  UniqueFd& operator=(UniqueFd&& other) noexcept {
    Reset(std::exchange(other.fd_, -1));
    return *this;
  }
  ~UniqueFd() { Reset(); }

  bool valid() const { return fd_ >= 0; }
  int get() const { return fd_; }
  [[nodiscard]] int Release() { return std::exchange(fd_, -1); }
  void Reset(int fd = -1) {
    const int old = std::exchange(fd_, fd);
    if (old >= 0) ::close(old);
  }

 private:
  int fd_ = -1;
};

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_UNIQUE_FD_H_
