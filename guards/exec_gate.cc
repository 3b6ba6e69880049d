#include "guards/exec_gate.h"

#include <dirent.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <mutex>
#include <string>

#include "absl/functional/function_ref.h"
#include "guards/child_environment.h"
#include "guards/environment_rules.h"
#include "guards/interposition.h"
#include "guards/private_descriptors.h"

namespace hermetic {
namespace {

std::atomic<const ExecState*> exec_state{nullptr};

const ExecState* State() { return exec_state.load(std::memory_order_acquire); }

// Does `envp` make the dynamic linker load what it would not load for this process?
bool IsSteered(const ExecState& state, char* const envp[]) {
  for (; envp != nullptr && *envp != nullptr; ++envp) {
    const auto& given = state.linker_variables;
    if (SteersLinker(*envp) && std::find(given.begin(), given.end(), *envp) == given.end()) {
      return true;
    }
  }
  return false;
}

// The path to execute `program` by, which `path` leads to; null, with EACCES,
// unless every level consents. Where programs are listed that is the path of the
// list: `path` may lead elsewhere a moment later.
const char* Permitted(const ExecState& state, const struct stat& program, const char* path,
                      char* const envp[]) {
  const bool is_steered = !state.run.empty() && IsSteered(state, envp);
  for (const RunRules& level : state.run) {
    path = is_steered ? nullptr : level.Find(program);
    if (path != nullptr) continue;
    TreeRecord::Get().Add(GuardId::kSubprocess, /*process_wide=*/true, state.refusal, Logged::kNo);
    errno = EACCES;
    return nullptr;
  }
  return path;
}

const char* Permitted(const ExecState& state, const char* path, char* const envp[]) {
  struct stat program;
  if (state.run.empty()) return path;
  return stat(path, &program) == 0 ? Permitted(state, program, path, envp) : nullptr;
}

int Execute(int directory, const char* path, char* const argv[], char* const envp[], int flags) {
  return static_cast<int>(syscall(SYS_execveat, directory, path, argv, envp, flags));
}

int Execute(const char* path, char* const argv[], char* const envp[]) {
  return static_cast<int>(syscall(SYS_execve, path, argv, envp));
}

// `start` gets the environment of the child and answers 0 or an errno, as this does.
int HandDown(const ExecState& state, char* const envp[],
             absl::FunctionRef<int(char* const*)> start) {
  return WithChildEnvironment(state.environment, envp, [&](char* const* shown) {
    return WithPrivateDescriptors([&] {
      if (!PlaceHandover(state)) return errno;
      const int error = start(shown);
      WithdrawHandover();
      return error;
    });
  });
}

int GatedExecute(const char* path, char* const argv[], char* const envp[]) {
  const ExecState* state = State();
  if (state == nullptr) return Execute(path, argv, envp);
  const char* program = Permitted(*state, path, envp);
  if (program == nullptr) return -1;
  errno = HandDown(*state, envp,
                   [&](char* const* shown) { return Execute(program, argv, shown), errno; });
  return -1;
}

// A file without a first line that names its interpreter is the shell's.
int ExecuteAsScript(const char* path, char* const argv[], char* const envp[]) {
  constexpr size_t kMaxArguments = 4096;
  std::array<char*, kMaxArguments> words;
  size_t count = 0;
  words[count++] = const_cast<char*>("sh");
  words[count++] = const_cast<char*>(path);
  for (size_t i = 1; argv[0] != nullptr && argv[i] != nullptr; ++i) {
    if (count + 1 == words.size()) {
      errno = E2BIG;
      return -1;
    }
    words[count++] = argv[i];
  }
  words[count] = nullptr;
  return GatedExecute("/bin/sh", words.data(), envp);
}

int SearchAndExecute(const char* file, char* const argv[], char* const envp[]) {
  if (std::strchr(file, '/') != nullptr || *file == '\0') return GatedExecute(file, argv, envp);
  const char* search = SearchPath();
  int error = ENOENT;
  while (true) {
    const char* end = strchrnul(search, ':');
    std::array<char, PATH_MAX> path;
    const auto length = static_cast<size_t>(end - search);
    if (length + std::strlen(file) + 2 <= path.size()) {
      std::memcpy(path.data(), search, length);
      char* rest = path.data() + length;
      if (length != 0) *rest++ = '/';
      std::memcpy(rest, file, std::strlen(file) + 1);
      GatedExecute(path.data(), argv, envp);
      if (errno == ENOEXEC) return ExecuteAsScript(path.data(), argv, envp);
      if (errno == EACCES) error = EACCES;
      if (errno != EACCES && errno != ENOENT && errno != ENOTDIR) return -1;
    }
    if (*end == '\0') break;
    search = end + 1;
  }
  errno = error;
  return -1;
}

// As POSIX wants it while a command runs: no SIGINT and SIGQUIT for the process,
// counted, since several threads may be in system() at once.
class CommandSignals {
 public:
  CommandSignals() {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (count_++ != 0) return;
    struct sigaction ignore = {};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGINT, &ignore, &interrupt_);
    sigaction(SIGQUIT, &ignore, &quit_);
  }
  ~CommandSignals() {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (--count_ == 0) RestoreHere();
  }
  CommandSignals(const CommandSignals&) = delete;
  CommandSignals& operator=(const CommandSignals&) = delete;

  static void RestoreHere() {
    sigaction(SIGINT, &interrupt_, nullptr);
    sigaction(SIGQUIT, &quit_, nullptr);
  }

 private:
  inline static std::mutex mutex_;
  inline static int count_ = 0;
  inline static struct sigaction interrupt_ = {};
  inline static struct sigaction quit_ = {};
};

// A child of its own instead of libc's: libc's would be made from a descriptor
// table that other threads can reach in the meantime.
[[gnu::noinline]] pid_t StartShell(const char* command, const sigset_t& mask) {
  const char* words[] = {"sh", "-c", command, nullptr};
  const pid_t pid = fork();
  if (pid != 0) return pid;
  CommandSignals::RestoreHere();
  sigprocmask(SIG_SETMASK, &mask, nullptr);
  GatedExecute("/bin/sh", const_cast<char**>(words), environ);
  _exit(127);
}

int RunShell(const char* command) {
  const CommandSignals signals;
  sigset_t block;
  sigset_t before;
  sigemptyset(&block);
  sigaddset(&block, SIGCHLD);
  pthread_sigmask(SIG_BLOCK, &block, &before);
  const pid_t pid = StartShell(command, before);
  int status = -1;
  if (pid > 0) {
    while (waitpid(pid, &status, 0) < 0) {
      if (errno == EINTR) continue;
      status = -1;
      break;
    }
  }
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  return status;
}

// libc makes the child from our descriptor table, so the policy stands in it
// for that moment.
int GatedSpawn(const ExecState& state, pid_t* pid, const char* path,
               const posix_spawn_file_actions_t* actions, const posix_spawnattr_t* attributes,
               char* const argv[], char* const envp[]) {
  static auto* const libc = NextDefinition<decltype(&posix_spawn)>("posix_spawn");
  const char* program = Permitted(state, path, envp);
  if (program == nullptr) return errno;
  return HandDown(state, envp, [&](char* const* shown) {
    return libc(pid, program, actions, attributes, argv, shown);
  });
}

// Those that a program would inherit; the others close by themselves.
int AddCloseInheritable(posix_spawn_file_actions_t* actions, int lowest) {
  const std::unique_ptr<DIR, int (*)(DIR*)> directory(opendir("/proc/self/fd"), closedir);
  if (directory == nullptr) return errno;
  while (const dirent* entry = readdir(directory.get())) {
    int descriptor = -1;
    const char* end = entry->d_name + std::strlen(entry->d_name);
    if (std::from_chars(entry->d_name, end, descriptor).ptr != end || descriptor < lowest) continue;
    const int flags = fcntl(descriptor, F_GETFD);
    if (flags < 0 || (flags & FD_CLOEXEC) != 0) continue;
    if (const int error = posix_spawn_file_actions_addclose(actions, descriptor); error != 0) {
      return error;
    }
  }
  return 0;
}

}  // namespace

bool IsReserved(int descriptor) {
  if (State() == nullptr) return false;
  const HandoverPlace place = PlaceOfHandover();
  return descriptor == place.policy || descriptor == place.log;
}

void SetExecState(const ExecState* state) { exec_state.store(state, std::memory_order_release); }

}  // namespace hermetic

#pragma GCC visibility push(default)
extern "C" {

int execve(const char* path, char* const argv[], char* const envp[]) noexcept {
  return hermetic::GatedExecute(path, argv, envp);
}

int execv(const char* path, char* const argv[]) noexcept {
  return hermetic::GatedExecute(path, argv, environ);
}

int execvpe(const char* file, char* const argv[], char* const envp[]) noexcept {
  return hermetic::SearchAndExecute(file, argv, envp);
}

int execvp(const char* file, char* const argv[]) noexcept {
  return hermetic::SearchAndExecute(file, argv, environ);
}

int fexecve(int fd, char* const argv[], char* const envp[]) noexcept {
  const hermetic::ExecState* state = hermetic::State();
  if (state == nullptr) return hermetic::Execute(fd, "", argv, envp, AT_EMPTY_PATH);
  struct stat program;
  if (fstat(fd, &program) != 0) return -1;
  if (hermetic::Permitted(*state, program, "", envp) == nullptr) return -1;
  errno = hermetic::HandDown(*state, envp, [&](char* const* shown) {
    return hermetic::Execute(fd, "", argv, shown, AT_EMPTY_PATH), errno;
  });
  return -1;
}

int system(const char* command) {
  if (hermetic::State() == nullptr || command == nullptr) {
    static auto* const libc = hermetic::NextDefinition<decltype(&system)>("system");
    return libc(command);
  }
  return hermetic::RunShell(command);
}

int posix_spawn(pid_t* pid, const char* path, const posix_spawn_file_actions_t* actions,
                const posix_spawnattr_t* attributes, char* const argv[], char* const envp[]) {
  static auto* const libc = hermetic::NextDefinition<decltype(&posix_spawn)>("posix_spawn");
  const hermetic::ExecState* state = hermetic::State();
  if (state == nullptr) return libc(pid, path, actions, attributes, argv, envp);
  return hermetic::GatedSpawn(*state, pid, path, actions, attributes, argv, envp);
}

int posix_spawnp(pid_t* pid, const char* file, const posix_spawn_file_actions_t* actions,
                 const posix_spawnattr_t* attributes, char* const argv[], char* const envp[]) {
  static auto* const libc = hermetic::NextDefinition<decltype(&posix_spawnp)>("posix_spawnp");
  const hermetic::ExecState* state = hermetic::State();
  if (state == nullptr) return libc(pid, file, actions, attributes, argv, envp);
  const std::string found = hermetic::FindProgram(file, hermetic::SearchPath());
  if (found.empty()) return ENOENT;
  return hermetic::GatedSpawn(*state, pid, found.c_str(), actions, attributes, argv, envp);
}

// The two descriptors are not the program's: to close them is to close what is
// not open, which is no error here.
int posix_spawn_file_actions_addclose(posix_spawn_file_actions_t* actions, int fd) noexcept {
  if (hermetic::IsReserved(fd)) return 0;
  static auto* const libc = hermetic::NextDefinition<decltype(&posix_spawn_file_actions_addclose)>(
      "posix_spawn_file_actions_addclose");
  return libc(actions, fd);
}

int posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t* actions, int fd,
                                     int newfd) noexcept {
  if (hermetic::IsReserved(newfd)) return EBADF;
  static auto* const libc = hermetic::NextDefinition<decltype(&posix_spawn_file_actions_adddup2)>(
      "posix_spawn_file_actions_adddup2");
  return libc(actions, fd, newfd);
}

int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t* actions,
                                             int from) noexcept {
  if (hermetic::State() == nullptr) {
    static auto* const libc =
        hermetic::NextDefinition<decltype(&posix_spawn_file_actions_addclosefrom_np)>(
            "posix_spawn_file_actions_addclosefrom_np");
    return libc(actions, from);
  }
  return hermetic::AddCloseInheritable(actions, from);
}

}  // extern "C"
#pragma GCC visibility pop

namespace hermetic {
namespace {

HERMETIC_INTERPOSED_ROW(execv, "execv");
HERMETIC_INTERPOSED_ROW(execve, "execve");
HERMETIC_INTERPOSED_ROW(execvp, "execvp");
HERMETIC_INTERPOSED_ROW(execvpe, "execvpe");
HERMETIC_INTERPOSED_ROW(fexecve, "fexecve");
HERMETIC_INTERPOSED_ROW(system, "system");
HERMETIC_INTERPOSED_ROW(posix_spawn, "posix_spawn");
HERMETIC_INTERPOSED_ROW(posix_spawnp, "posix_spawnp");
HERMETIC_INTERPOSED_ROW(posix_spawn_file_actions_addclose, "posix_spawn_file_actions_addclose");
HERMETIC_INTERPOSED_ROW(posix_spawn_file_actions_addclosefrom_np,
                        "posix_spawn_file_actions_addclosefrom_np");
HERMETIC_INTERPOSED_ROW(posix_spawn_file_actions_adddup2, "posix_spawn_file_actions_adddup2");
HERMETIC_INTERPOSED_ROW(posix_spawn_file_actions_addopen, "posix_spawn_file_actions_addopen");

}  // namespace
}  // namespace hermetic
