#include "guards/kernel/notification.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <string>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"

namespace hermetic::kernel {
namespace {

constexpr unsigned kAddfdFlagSend = 1U << 1;  // SECCOMP_ADDFD_FLAG_SEND, Linux 5.14.
constexpr unsigned kPidfdThread = O_EXCL;     // PIDFD_THREAD, Linux 6.9.

absl::Status AccessError(const char* what) {
  return errno == EPERM ? absl::PermissionDeniedError(what) : absl::NotFoundError(what);
}

// The process of a thread, for kernels whose pidfds are for processes only.
pid_t ProcessOf(pid_t thread) {
  std::ifstream status(absl::StrCat("/proc/", thread, "/status"));
  std::string line;
  while (std::getline(status, line)) {
    absl::string_view text = line;
    int process;
    if (absl::ConsumePrefix(&text, "Tgid:") && absl::SimpleAtoi(text, &process)) return process;
  }
  return -1;
}

// The descriptor `fd` of `thread`, or an invalid one and errno. A pidfd of a
// thread is worth keeping: it costs as much as the rest, most questions come
// from the thread that asked last, and it never comes to mean another thread.
UniqueFd GetDescriptor(pid_t thread, int fd) {
  thread_local pid_t last_thread = -1;
  thread_local UniqueFd last_pidfd;
  const auto get = [fd](const UniqueFd& pidfd) {
    return UniqueFd(static_cast<int>(syscall(SYS_pidfd_getfd, pidfd.get(), fd, 0)));
  };
  if (thread == last_thread) {
    UniqueFd duplicate = get(last_pidfd);
    if (duplicate.valid() || errno != ESRCH) return duplicate;
  }
  UniqueFd pidfd(static_cast<int>(syscall(SYS_pidfd_open, thread, kPidfdThread)));
  if (!pidfd.valid()) {
    return get(UniqueFd(static_cast<int>(syscall(SYS_pidfd_open, ProcessOf(thread), 0))));
  }
  last_thread = thread;
  last_pidfd = std::move(pidfd);
  return get(last_pidfd);
}

}  // namespace

CallResult ResultOf(int64_t returned) {
  return returned < 0 ? Failed(errno) : CallResult{returned, 0};
}

std::optional<Notification> Notification::Receive(int listener) {
  seccomp_notif request{};
  if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &request) != 0) return std::nullopt;
  return Notification(listener, request);
}

bool Notification::IsValid() const {
  return ioctl(listener_, SECCOMP_IOCTL_NOTIF_ID_VALID, &request_.id) == 0;
}

absl::StatusOr<std::vector<char>> Notification::ReadMemory(uint64_t address, size_t size) const {
  std::vector<char> bytes(size);
  const iovec local{bytes.data(), size};
  const iovec remote{reinterpret_cast<void*>(address), size};
  const ssize_t copied = process_vm_readv(thread(), &local, 1, &remote, 1, 0);
  if (copied < 0) return AccessError("reading memory");
  if (static_cast<size_t>(copied) != size) return absl::NotFoundError("reading memory");
  return bytes;
}

absl::Status Notification::WriteMemory(uint64_t address, const void* data, size_t size) const {
  const iovec local{const_cast<void*>(data), size};
  const iovec remote{reinterpret_cast<void*>(address), size};
  const ssize_t copied = process_vm_writev(thread(), &local, 1, &remote, 1, 0);
  if (copied == static_cast<ssize_t>(size)) return absl::OkStatus();
  return AccessError("writing memory");
}

absl::StatusOr<UniqueFd> Notification::Duplicate(int fd) const {
  UniqueFd duplicate = GetDescriptor(thread(), fd);
  if (!duplicate.valid()) return AccessError("duplicating a descriptor");
  return duplicate;
}

void Notification::Answer(CallResult result) const {
  seccomp_notif_resp response{.id = request_.id, .val = result.value, .error = -result.error};
  ioctl(listener_, SECCOMP_IOCTL_NOTIF_SEND, &response);
}

void Notification::UncheckedContinue() const {
  seccomp_notif_resp response{.id = request_.id, .flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE};
  ioctl(listener_, SECCOMP_IOCTL_NOTIF_SEND, &response);
}

void Notification::AnswerWithDescriptor(int fd, bool close_on_exec) const {
  seccomp_notif_addfd request{.id = request_.id,
                              .flags = kAddfdFlagSend,
                              .srcfd = static_cast<uint32_t>(fd),
                              .newfd_flags = close_on_exec ? O_CLOEXEC : 0U};
  if (ioctl(listener_, SECCOMP_IOCTL_NOTIF_ADDFD, &request) >= 0) return;
  if (errno == EINVAL) {  // Before 5.14: in two steps.
    request.flags = 0;
    const int added = ioctl(listener_, SECCOMP_IOCTL_NOTIF_ADDFD, &request);
    if (added >= 0) return Answer({added, 0});
  }
  Answer(Failed(errno));
}

}  // namespace hermetic::kernel
