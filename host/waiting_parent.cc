#include "host/waiting_parent.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>

namespace hermetic::host {
namespace {

// A terminal sends these to the whole group, so the child has them already.
constexpr int kOfTerminal[] = {SIGINT, SIGQUIT};
constexpr int kPassedOn[] = {SIGTERM, SIGHUP, SIGUSR1, SIGUSR2, SIGALRM, SIGCONT};

volatile sig_atomic_t child_of_this = 0;

// Async-signal-safe.
void PassOn(int signal_number) {
  if (child_of_this > 0) kill(child_of_this, signal_number);
}

void HandleSignals() {
  struct sigaction action = {};
  action.sa_handler = PassOn;
  action.sa_flags = SA_RESTART;
  for (const int number : kPassedOn) sigaction(number, &action, nullptr);
  for (const int number : kOfTerminal) std::signal(number, SIG_IGN);
}

}  // namespace

absl::StatusOr<pid_t> ForkForWaiting() {
  sigset_t passed;
  sigset_t before;
  sigemptyset(&passed);
  for (const int number : kPassedOn) sigaddset(&passed, number);
  sigprocmask(SIG_BLOCK, &passed, &before);
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child < 0) return absl::ErrnoToStatus(errno, "another Python cannot be started");
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(EXIT_FAILURE);
  } else {
    child_of_this = child;
    HandleSignals();
  }
  sigprocmask(SIG_SETMASK, &before, nullptr);
  return child;
}

int WaitFor(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

void EndAs(int status) {
  if (WIFSIGNALED(status)) {
    const rlimit no_core = {0, 0};  // The child has left its own.
    setrlimit(RLIMIT_CORE, &no_core);
    std::signal(WTERMSIG(status), SIG_DFL);
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, WTERMSIG(status));
    sigprocmask(SIG_UNBLOCK, &only, nullptr);
    raise(WTERMSIG(status));
  }
  std::exit(WEXITSTATUS(status));
}

}  // namespace hermetic::host
