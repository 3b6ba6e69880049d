#include "guards/kernel/message_relay.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/udp.h>
#include <poll.h>
#include <sys/uio.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

#include "absl/types/span.h"

namespace hermetic::kernel {
namespace {

constexpr size_t kMaxData = 1 << 20;
constexpr size_t kMaxPieces = 1024;  // UIO_MAXIOV.
constexpr size_t kMaxControl = 4096;
constexpr int kPollMilliseconds = 100;

struct ControlKind {
  int level;
  int type;
};
constexpr ControlKind kPassedOn[] = {
    {SOL_UDP, UDP_SEGMENT},      {IPPROTO_IP, IP_TOS},          {IPPROTO_IP, IP_TTL},
    {IPPROTO_IPV6, IPV6_TCLASS}, {IPPROTO_IPV6, IPV6_HOPLIMIT},
};

// A message, copied.
struct Message {
  SocketAddress destination{{}};
  std::vector<char> data;
  std::vector<char> control;
  std::vector<UniqueFd> descriptors;  // What `control` passes on.
};

absl::Status CopyData(const Notification& question, absl::Span<const iovec> pieces,
                      Message& message) {
  for (const iovec& piece : pieces) {
    const size_t size = std::min(piece.iov_len, kMaxData - message.data.size());
    const auto bytes = question.ReadMemory(reinterpret_cast<uint64_t>(piece.iov_base), size);
    if (!bytes.ok()) return bytes.status();
    message.data.insert(message.data.end(), bytes->begin(), bytes->end());
  }
  return absl::OkStatus();
}

void AppendControl(Message& message, const cmsghdr& header, absl::Span<const char> data) {
  const size_t start = message.control.size();
  message.control.resize(start + CMSG_SPACE(data.size()));
  auto* copy = reinterpret_cast<cmsghdr*>(message.control.data() + start);
  *copy = {CMSG_LEN(data.size()), header.cmsg_level, header.cmsg_type};
  memcpy(CMSG_DATA(copy), data.data(), data.size());
}

// The numbers in a SCM_RIGHTS message are the program's; ours name duplicates.
absl::Status TranslateDescriptors(const Notification& question, const cmsghdr& header,
                                  absl::Span<const char> data, Message& message) {
  std::vector<int> numbers(data.size() / sizeof(int));
  memcpy(numbers.data(), data.data(), numbers.size() * sizeof(int));
  for (int& number : numbers) {
    auto duplicate = question.Duplicate(number);
    if (!duplicate.ok()) return duplicate.status();
    number = duplicate->get();
    message.descriptors.push_back(*std::move(duplicate));
  }
  AppendControl(message, header,
                {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(int)});
  return absl::OkStatus();
}

absl::Status CopyControl(const Notification& question, const std::vector<char>& control,
                         Message& message) {
  msghdr holder{.msg_control = const_cast<char*>(control.data()), .msg_controllen = control.size()};
  for (cmsghdr* header = CMSG_FIRSTHDR(&holder); header != nullptr;
       header = CMSG_NXTHDR(&holder, header)) {
    const size_t offset = static_cast<size_t>(reinterpret_cast<char*>(header) - control.data());
    if (header->cmsg_len < CMSG_LEN(0) || header->cmsg_len > control.size() - offset) break;
    const absl::Span<const char> data(reinterpret_cast<const char*>(CMSG_DATA(header)),
                                      header->cmsg_len - CMSG_LEN(0));
    if (header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS) {
      if (absl::Status status = TranslateDescriptors(question, *header, data, message);
          !status.ok()) {
        return status;
      }
    } else if (std::any_of(std::begin(kPassedOn), std::end(kPassedOn), [&](ControlKind kind) {
                 return kind.level == header->cmsg_level && kind.type == header->cmsg_type;
               })) {
      AppendControl(message, *header, data);
    }
  }
  return absl::OkStatus();
}

// Waits like a blocking socket would, but gives up when the program does: a
// message that was interrupted must not be sent behind its back.
CallResult SendWaiting(const Notification& question, int socket, const Message& message,
                       int flags) {
  iovec data{const_cast<char*>(message.data.data()), message.data.size()};
  const msghdr header{
      .msg_name = message.destination.size() > 0 ? const_cast<sockaddr*>(message.destination.data())
                                                 : nullptr,
      .msg_namelen = message.destination.size(),
      .msg_iov = &data,
      .msg_iovlen = 1,
      .msg_control = message.control.empty() ? nullptr : const_cast<char*>(message.control.data()),
      .msg_controllen = message.control.size()};
  const bool waits = (flags & MSG_DONTWAIT) == 0 && (fcntl(socket, F_GETFL) & O_NONBLOCK) == 0;
  for (;;) {
    if (!question.IsValid()) return Failed(EINTR);
    const CallResult result =
        ResultOf(sendmsg(socket, &header, flags | MSG_DONTWAIT | MSG_NOSIGNAL));
    if (result.error != EAGAIN || !waits) return result;
    pollfd writable{socket, POLLOUT, 0};
    poll(&writable, 1, kPollMilliseconds);
  }
}

int ErrnoOf(const absl::Status& status) {
  return absl::IsPermissionDenied(status) ? EPERM : EFAULT;
}

// Checks the destination against the duplicate that is then used.
CallResult Send(const SocketCalls& calls, const Notification& question, const Message& message,
                const char* operation, int flags) {
  const auto socket = question.Duplicate(question.int_arg(0));
  if (!socket.ok()) return Failed(absl::IsPermissionDenied(socket.status()) ? EPERM : EBADF);
  if (message.destination.size() > 0 && SocketOption(socket->get(), SO_TYPE) != SOCK_STREAM) {
    // UDP takes what comes without a family for its own.
    if (message.destination.family() == AF_UNSPEC) return Failed(EAFNOSUPPORT);
    const CallResult check =
        calls.CheckDestination(question, operation, socket->get(), message.destination);
    if (check.error != 0) return check;
  }
  return SendWaiting(question, socket->get(), message, flags);
}

CallResult SendHeader(const SocketCalls& calls, const Notification& question, uint64_t pointer,
                      const char* operation, int flags) {
  const auto bytes = question.ReadMemory(pointer, sizeof(msghdr));
  if (!bytes.ok()) return Failed(ErrnoOf(bytes.status()));
  msghdr header;
  memcpy(&header, bytes->data(), sizeof(header));
  if (header.msg_iovlen > kMaxPieces) return Failed(EMSGSIZE);
  if (header.msg_controllen > kMaxControl) return Failed(ENOBUFS);

  Message message;
  if (header.msg_name != nullptr && header.msg_namelen > 0) {
    const CopiedAddress copied =
        CopyAddress(question, reinterpret_cast<uint64_t>(header.msg_name),
                    static_cast<int>(std::min<socklen_t>(header.msg_namelen, 128)));
    if (copied.error != 0) return Failed(copied.error);
    message.destination = copied.address;
  }
  const auto pieces = question.ReadMemory(reinterpret_cast<uint64_t>(header.msg_iov),
                                          header.msg_iovlen * sizeof(iovec));
  if (!pieces.ok()) return Failed(ErrnoOf(pieces.status()));
  std::vector<iovec> list(header.msg_iovlen);
  memcpy(list.data(), pieces->data(), pieces->size());
  absl::Status status = CopyData(question, list, message);
  if (status.ok() && header.msg_control != nullptr) {
    const auto control =
        question.ReadMemory(reinterpret_cast<uint64_t>(header.msg_control), header.msg_controllen);
    status = control.ok() ? CopyControl(question, *control, message) : control.status();
  }
  if (!status.ok()) return Failed(ErrnoOf(status));
  return Send(calls, question, message, operation, flags);
}

}  // namespace

void MessageRelay::SendTo(const Notification& question) const {
  Message message;
  const CopiedAddress copied = CopyAddress(question, question.arg(4), question.int_arg(5));
  if (copied.error != 0) return question.Answer(Failed(copied.error));
  message.destination = copied.address;
  const iovec piece{reinterpret_cast<void*>(question.arg(1)), question.arg(2)};
  const absl::Status status = CopyData(question, {&piece, 1}, message);
  if (!status.ok()) return question.Answer(Failed(ErrnoOf(status)));
  question.Answer(Send(calls, question, message, "sendto", question.int_arg(3)));
}

void MessageRelay::SendMessage(const Notification& question) const {
  question.Answer(SendHeader(calls, question, question.arg(1), "sendmsg", question.int_arg(2)));
}

void MessageRelay::SendMessages(const Notification& question) const {
  if (question.int_arg(2) == 0) return question.Answer({0, 0});
  const CallResult sent =
      SendHeader(calls, question, question.arg(1), "sendmmsg", question.int_arg(3));
  if (sent.error != 0) return question.Answer(sent);
  const auto length = static_cast<unsigned>(sent.value);
  const uint64_t where = question.arg(1) + offsetof(mmsghdr, msg_len);
  if (!question.WriteMemory(where, &length, sizeof(length)).ok()) {
    return question.Answer(Failed(EFAULT));
  }
  question.Answer({1, 0});
}

}  // namespace hermetic::kernel
