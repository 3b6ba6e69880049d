// The supervisor's answers to socket(), connect(), bind() and listen(): what is
// decided is decided on copies, and done on a duplicate of the descriptor, so
// that no other thread can exchange one or the other in between.
#ifndef HERMETIC_GUARDS_KERNEL_SOCKET_CALLS_H_
#define HERMETIC_GUARDS_KERNEL_SOCKET_CALLS_H_

#include <cstdint>
#include <mutex>

#include "absl/status/statusor.h"
#include "guards/kernel/address_gate.h"
#include "guards/kernel/denial_log.h"
#include "guards/kernel/network_mode.h"
#include "guards/kernel/notification.h"

namespace hermetic::kernel {

// What all handlers share. The references outlive it. Thread-safe.
struct SocketCalls {
  NetworkPlan plan;
  AddressGate& gate;
  KernelDenialLog& log;
  uint16_t resolver_port = 0;  // 0 without resolver.
  // Held while a socket gets, loses or is judged by its own address: between
  // looking and listen() no other thread may take the address away.
  mutable std::mutex own_address = {};

  // Hands out a socket that is bound to the loopback device.
  void Socket(const Notification& question) const;
  void Connect(const Notification& question) const;
  void Bind(const Notification& question) const;
  void Listen(const Notification& question) const;

  // The address that a datagram may go to, or that a connect may name; the
  // error is the errno of the refusal, which is logged.
  CallResult CheckDestination(const Notification& question, const char* operation, int socket,
                              const SocketAddress& address) const;
};

// Copies the address argument. `error` is set to the errno of a bad one.
struct CopiedAddress {
  SocketAddress address{{}};
  int error = 0;
};
CopiedAddress CopyAddress(const Notification& question, uint64_t pointer, int size);

// SO_DOMAIN or SO_TYPE of a socket, -1 for what is none.
int SocketOption(int fd, int option);

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_SOCKET_CALLS_H_
