#include "guards/kernel/refusal_signals.h"

#include <dlfcn.h>
#include <execinfo.h>
#include <ucontext.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

namespace hermetic::kernel {
namespace {

constexpr int kMaxFrames = 32;

// What the handler reads; changed only before the filter that refers to it is
// in force. Never freed: threads may be in the handler when the process ends.
SyscallRules& Marked() {
  static auto* rules = new SyscallRules;
  return *rules;
}

std::atomic<bool> telling{false};

// The file that `address` is mapped from.
Dl_info ObjectAt(void* address) {
  Dl_info info{};
  dladdr(address, &info);
  return info;
}

// Most calls are made by libc, on behalf of whom we look for.
Dl_info CallerOf(void* call) {
  static const void* const libc = ObjectAt(dlsym(RTLD_DEFAULT, "gnu_get_libc_version")).dli_fbase;
  Dl_info caller = ObjectAt(call);
  if (caller.dli_fbase != libc) return caller;
  std::array<void*, kMaxFrames> frames;
  const int count = backtrace(frames.data(), kMaxFrames);
  bool past_call = false;
  for (int i = 0; i < count; ++i) {
    past_call |= frames[static_cast<size_t>(i)] == call;
    const Dl_info object = ObjectAt(frames[static_cast<size_t>(i)]);
    if (past_call && object.dli_fbase != nullptr && object.dli_fbase != libc) return object;
  }
  return caller;
}

void Tell(const SyscallRule& rule, void* call) {
  static const void* const program = ObjectAt(reinterpret_cast<void*>(&Tell)).dli_fbase;
  const Dl_info caller = CallerOf(call);
  const char* name = caller.dli_fname == nullptr ? "code of no file" : caller.dli_fname;
  if (caller.dli_fbase == program) name = "the interpreter";
  std::array<char, 512> line;
  const int size = snprintf(
      line.data(), line.size(), "hermetic: kernel refused %.*s (%s): %.*s; called by %s\n",
      static_cast<int>(rule.syscall.size()), rule.syscall.data(), strerrorname_np(rule.error),
      static_cast<int>(rule.reason.size()), rule.reason.data(), name);
  const auto length = std::min(static_cast<size_t>(size), line.size() - 1);
  if (write(STDERR_FILENO, line.data(), length) < 0) return;  // There is no other place to say it.
}

void SetResult(ucontext_t& context, int error) {
#if defined(__x86_64__)
  context.uc_mcontext.gregs[REG_RAX] = -error;
#else
  context.uc_mcontext.regs[0] = static_cast<unsigned long long>(-error);
#endif
}

void OnRefusal(int /*signal*/, siginfo_t* info, void* context) {
  const auto index = static_cast<size_t>(info->si_errno);  // What the filter attached.
  if (index == 0 || index > Marked().size()) return;
  const SyscallRule& rule = Marked()[index - 1];
  const int saved = errno;
  if (telling.load(std::memory_order_relaxed)) Tell(rule, info->si_call_addr);
  errno = saved;
  SetResult(*static_cast<ucontext_t*>(context), rule.error);
}

void TakeSignal() {
  void* frame = nullptr;
  backtrace(&frame, 1);  // Loads its unwinder now, not in the handler.
  struct sigaction action = {};
  action.sa_sigaction = OnRefusal;
  action.sa_flags = SA_SIGINFO | SA_RESTART | SA_NODEFER;
  sigaction(SIGSYS, &action, nullptr);
}

}  // namespace

SyscallRules RefuseBySignal(SyscallRules rules) {
  if (Marked().empty()) TakeSignal();
  for (SyscallRule& rule : rules) {
    if (rule.error == SyscallRule::kAskSupervisor || rule.error == ENOSYS) continue;
    Marked().push_back(rule);
    rule.signal_data = static_cast<uint16_t>(Marked().size());
  }
  return rules;
}

void BeginToTellRefusals() { telling = true; }

}  // namespace hermetic::kernel
