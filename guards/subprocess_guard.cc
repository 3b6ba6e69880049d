#include "guards/subprocess_guard.h"

namespace hermetic {
namespace {

Verdict RefuseProcess(const ActivePolicy& active, const Args& /*args*/) {
  return active.FirstRefusal(GuardId::kSubprocess, [](const PolicyLevel& level) {
    return Refuse(level, {.guard = GuardId::kSubprocess,
                          .operation = "start a process",
                          .message = "subprocess disabled",
                          .trace = "blocked subprocess reason=no-subprocess",
                          .option = "--no-subprocess"});
  });
}

constexpr AuditEvent kEvents[] = {
    {"subprocess.Popen", RefuseProcess}, {"os.system", RefuseProcess},
    {"os.exec", RefuseProcess},          {"os.posix_spawn", RefuseProcess},
    {"os.fork", RefuseProcess},          {"os.forkpty", RefuseProcess},
    {"pty.spawn", RefuseProcess},
};

constexpr GuardedBuiltin kBuiltins[] = {
    {"_posixsubprocess", nullptr, "fork_exec", RefuseProcess},
};

}  // namespace

const Guard kSubprocessGuard = {MaskOf(GuardId::kSubprocess), kEvents, kBuiltins};

}  // namespace hermetic
