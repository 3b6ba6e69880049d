#include "host/foreign.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "guards/kernel/kernel_layer.h"
#include "profiles/option_table.h"
#include "profiles/option_value.h"
#include "resolver/file_facts.h"

namespace hermetic::host {
namespace {

// What the kernel layer holds without an audit hook. --no-subprocess is not
// among it: another Python is itself a program that has to be started.
constexpr std::array<std::string_view, 19> kHeldByKernel = {
    "no-network",    "allow-localhost", "allow-domain", "allow-host",  "allow-unix",
    "fs-readonly",   "fs-root",         "allow-read",   "allow-write", "deny-read",
    "allow-env",     "scrub-env",       "max-memory",   "max-cpu",     "timeout",
    "max-processes", "max-file-size",   "seal",         "kernel",
};

bool IsOneOf(std::string_view name, absl::Span<const std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

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

std::string HeldByGuardsAlone(const Policy& policy) {
  const Policy unrestricted;
  for (const Option& option : AllOptions()) {
    if (ReadValues(option, policy) != ReadValues(option, unrestricted) &&
        !IsOneOf(option.name, kHeldByKernel)) {
      return FlagName(option);
    }
  }
  return policy.kernel == KernelMode::kOff ? "--kernel=off" : "";
}

absl::Status ExecHermeticPython(const std::string& program, char* const* argv) {
  return Exec(program, argv);
}

absl::Status ExecForeign(const Launch& launch, Policy policy) {
  std::vector<std::string> words = launch.words;
  words.front() = launch.target.interpreter;
  std::vector<char*> argv = Pointers(words);
  argv.push_back(nullptr);
  if (!policy.RestrictsAnything()) return Exec(launch.target.interpreter, argv.data());

  const std::string subject =
      absl::StrCat("target ", Quoted(launch.target.name), ": ", launch.target.why);
  if (const std::string option = HeldByGuardsAlone(policy); !option.empty()) {
    return absl::FailedPreconditionError(
        absl::StrCat(subject, ", where ", option, " cannot be enforced; no hermetic-python",
                     launch.target.interpreter_version, " is installed beside this one"));
  }
  // Nothing else stands behind the kernel here.
  policy.kernel = KernelMode::kRequire;
  auto layer = kernel::KernelLayer::Prepare(
      {.levels = {policy}, .readable_roots = ReadableRoots(launch.target)});
  if (!layer.ok()) return layer.status();
  if (absl::Status status = layer->Commit(); !status.ok()) return status;
  return Exec(launch.target.interpreter, argv.data());
}

}  // namespace hermetic::host
