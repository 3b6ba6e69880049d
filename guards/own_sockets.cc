#include "guards/own_sockets.h"

#include <sys/socket.h>

#include <optional>

namespace hermetic {
namespace {

std::optional<uint64_t> CookieOf(int fd) {
  uint64_t cookie = 0;
  socklen_t size = sizeof(cookie);
  if (getsockopt(fd, SOL_SOCKET, SO_COOKIE, &cookie, &size) != 0) return std::nullopt;
  return cookie;
}

}  // namespace

void OwnSockets::Add(int fd) {
  const std::optional<uint64_t> cookie = CookieOf(fd);
  if (!cookie || !cookies_.insert(*cookie).second) return;
  by_age_.push_back(*cookie);
  if (by_age_.size() <= kCapacity) return;
  cookies_.erase(by_age_.front());
  by_age_.pop_front();
}

bool OwnSockets::Contains(int fd) const {
  const std::optional<uint64_t> cookie = CookieOf(fd);
  return cookie && cookies_.contains(*cookie);
}

}  // namespace hermetic
