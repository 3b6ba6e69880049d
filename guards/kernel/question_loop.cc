#include "guards/kernel/question_loop.h"

#include <sys/ioctl.h>
#include <sys/syscall.h>

#include <utility>

#include "guards/kernel/address_gate.h"
#include "guards/kernel/answering_threads.h"
#include "guards/kernel/filtering_resolver.h"
#include "guards/kernel/message_relay.h"
#include "guards/kernel/socket_calls.h"

namespace hermetic::kernel {
namespace {

// SECCOMP_IOCTL_NOTIF_SET_FLAGS, Linux 6.6: the asking thread hands its
// processor over at once, which halves the time of an answer.
constexpr unsigned long kSetFlags = _IOW('!', 4, uint64_t);
constexpr uint64_t kSyncWakeUp = 1;

void Dispatch(const SocketCalls& calls, const Notification& question) {
  const MessageRelay relay{calls};
  switch (question.number()) {
    case SYS_socket:
      return calls.Socket(question);
    case SYS_connect:
      return calls.Connect(question);
    case SYS_bind:
      return calls.Bind(question);
    case SYS_listen:
      return calls.Listen(question);
    case SYS_sendto:
      return relay.SendTo(question);
    case SYS_sendmsg:
      return relay.SendMessage(question);
    case SYS_sendmmsg:
      return relay.SendMessages(question);
    default:
      return question.Answer(Failed(EPERM));
  }
}

}  // namespace

void AnswerQuestions(const UniqueFd& listener, const NetworkPlan& plan, NetworkQuestions questions,
                     KernelDenialLog& log) {
  AddressGate gate(std::move(questions));
  FilteringResolver resolver(gate, log);
  // Without resolver names are not found: the program fails closed.
  if (plan.mode == NetworkMode::kOnBehalf) resolver.Start().IgnoreError();
  const SocketCalls calls{.plan = plan, .gate = gate, .log = log, .resolver_port = resolver.port()};
  ioctl(listener.get(), kSetFlags, kSyncWakeUp);
  AnsweringThreads(listener.get(), [&](const Notification& question) {
    Dispatch(calls, question);
  }).Run();
}

}  // namespace hermetic::kernel
