#include "host/foreign.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "guards/kernel/kernel_layer.h"
#include "host/foreign_options.h"
#include "host/hook_directory.h"
#include "host/waiting_parent.h"
#include "profiles/option_value.h"
#include "resolver/file_facts.h"

namespace hermetic::host {
namespace {

// What an interpreter reads under --fs-readonly=ROOT, guessed from where it lies.
std::vector<std::string> ReadableRoots(const resolver::Target& target) {
  const std::string real = resolver::RealPath(target.interpreter);
  const std::string bin{resolver::DirectoryOf(real)};
  std::vector<std::string> roots = {
      std::string{resolver::DirectoryOf(bin)},
      std::string{resolver::DirectoryOf(resolver::RealPath(target.path))}};
  if (!target.venv.empty()) roots.push_back(resolver::RealPath(target.venv));
  return roots;
}

absl::Status Exec(const std::string& program, char* const* argv) {
  execv(program.c_str(), argv);
  return absl::ErrnoToStatus(errno, absl::StrCat(Quoted(program), " cannot be started"));
}

absl::Status Become(std::vector<std::string>& words) {
  std::vector<char*> argv = Pointers(words);
  argv.push_back(nullptr);
  return Exec(words.front(), argv.data());
}

// Is there a hook, or what keeps it out.
struct HookState {
  bool hooked;
  std::string switched_off;
};

// Says what is not held where nobody insists, and refuses where somebody does,
// or where no way to run the target would hold it.
absl::Status CheckHeld(const resolver::Target& target, const Policy& policy,
                       const HookState& state) {
  const std::string subject = absl::StrCat("target ", Quoted(target.name), ": ", target.why);
  const bool kernel = policy.kernel != KernelMode::kOff;
  const std::vector<std::string> never = NotHeldBy({.kernel = kernel, .hook = true}, policy);
  if (!never.empty() || (!kernel && !state.hooked)) {
    return absl::FailedPreconditionError(
        absl::StrCat(subject, ", where ", never.empty() ? "--kernel=off" : never.front(),
                     " cannot be enforced; no hermetic-python", target.interpreter_version,
                     " is installed beside this one"));
  }
  if (state.switched_off.empty()) return absl::OkStatus();
  const std::vector<std::string> missing = NotHeldBy({.kernel = true}, policy);
  const std::string line = absl::StrCat(
      subject, ", whose ", state.switched_off, " keeps the hook out: kernel layer alone",
      missing.empty() ? "" : ", without ", absl::StrJoin(missing, ", "));
  if (!missing.empty() && policy.kernel == KernelMode::kRequire) {
    return absl::FailedPreconditionError(line);
  }
  std::fprintf(stderr, "hermetic: %s\n", line.c_str());
  return absl::OkStatus();
}

// What the kernel is to hold. The interpreter is itself a program that has to be
// started; what else is the hook's is none of the kernel's business.
Policy KernelsPart(Policy policy, const std::string& interpreter, bool hooked) {
  if (policy.no_subprocess) policy.allow_run = {interpreter};
  policy.block_native = false;
  // Nothing else stands behind the kernel then.
  if (!hooked) policy.kernel = KernelMode::kRequire;
  return policy;
}

// Commits the kernel layer and becomes the interpreter; `directory` may be null.
absl::Status BecomeHeld(std::vector<std::string>& words, const resolver::Target& target,
                        const Policy& policy, const HookDirectory* directory,
                        const std::string& flags) {
  std::vector<std::string> roots = ReadableRoots(target);
  if (directory != nullptr) roots.push_back(directory->path());
  auto layer = kernel::KernelLayer::Prepare(
      {.levels = {KernelsPart(policy, target.interpreter, directory != nullptr)},
       .readable_roots = std::move(roots)});
  if (!layer.ok()) return layer.status();
  if (absl::Status status = layer->Commit(); !status.ok()) return status;
  if (const std::string line = layer->MissingLine(); !line.empty()) {
    std::fprintf(stderr, "%s\n", line.c_str());
  }
  if (directory != nullptr) directory->SetVariables(flags);
  return Become(words);
}

}  // namespace

std::string HermeticPythonFor(const resolver::Target& target,
                              const resolver::Installation& installation) {
  std::string real = resolver::RealPath(target.interpreter);
  if (absl::StartsWith(resolver::BasenameOf(real), "hermetic-python")) return real;
  const std::string& version = target.interpreter_version;
  if (version.empty() || version == installation.version) return "";
  const std::string beside = resolver::Join(resolver::DirectoryOf(installation.executable),
                                            absl::StrCat("hermetic-python", version));
  // A link to this program would look for itself for ever.
  const bool is_other = resolver::RealPath(beside) != installation.executable;
  return is_other && resolver::IsExecutableFile(beside) ? beside : "";
}

absl::Status ExecHermeticPython(const std::string& program, char* const* argv) {
  return Exec(program, argv);
}

absl::Status ExecForeign(const Launch& launch, const Policy& policy) {
  std::vector<std::string> words = launch.words;
  words.front() = launch.target.interpreter;
  if (!policy.RestrictsAnything()) return Become(words);

  const std::string flags = HookFlags(policy);
  const bool wanted = flags != "{}";
  const std::string switched_off =
      wanted ? KeepsHookOut(launch.target.interpreter_version, words) : "";
  const bool hooked = wanted && switched_off.empty();
  if (absl::Status status = CheckHeld(launch.target, policy, {hooked, switched_off});
      !status.ok()) {
    return status;
  }
  if (!hooked) return BecomeHeld(words, launch.target, policy, nullptr, flags);
  absl::StatusOr<HookDirectory> directory = HookDirectory::Make();
  if (!directory.ok()) return directory.status();
  const absl::StatusOr<pid_t> child = ForkForWaiting();
  if (!child.ok()) return child.status();
  if (*child == 0) return BecomeHeld(words, launch.target, policy, &*directory, flags);
  const int status = WaitFor(*child);
  { const HookDirectory removed = *std::move(directory); }
  EndAs(status);
}

}  // namespace hermetic::host
