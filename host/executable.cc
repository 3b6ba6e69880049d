#include "host/executable.h"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <climits>
#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"

namespace hermetic::host {
namespace {

constexpr char kSelf[] = "/proc/self/exe";
constexpr absl::string_view kPythonName = "hermetic-python";
constexpr absl::string_view kCommandName = "hermetic";

absl::string_view Directory(absl::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == absl::string_view::npos ? absl::string_view(".") : path.substr(0, slash);
}

absl::string_view Basename(absl::string_view path) {
  return path.substr(path.rfind('/') + 1);  // npos + 1 is 0.
}

std::string Absolute(const std::string& path) {
  std::array<char, PATH_MAX> directory;
  if (path.empty() || path[0] == '/' || getcwd(directory.data(), directory.size()) == nullptr) {
    return path;
  }
  return absl::StrCat(directory.data(), "/", absl::StripPrefix(path, "./"));
}

bool IsThisProgram(const std::string& path) {
  struct stat self, other;
  return stat(kSelf, &self) == 0 && stat(path.c_str(), &other) == 0 &&
         self.st_dev == other.st_dev && self.st_ino == other.st_ino;
}

bool IsFile(const std::string& path) {
  struct stat info;
  return stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode);
}

// The file that CPython's getpath.py takes for this program.
std::string NamedByArgv0(const std::string& argv0) {
  if (argv0.find('/') != std::string::npos) return argv0;
  const char* path = std::getenv("PATH");
  if (argv0.empty() || path == nullptr) return "";
  for (absl::string_view dir : absl::StrSplit(path, ':')) {
    std::string candidate = absl::StrCat(dir, dir.empty() ? "" : "/", argv0);
    if (IsFile(candidate) && access(candidate.c_str(), X_OK) == 0) return candidate;
  }
  return "";
}

// Empty without /proc.
std::string NamedByKernel() {
  std::array<char, PATH_MAX> target;
  const ssize_t length = readlink(kSelf, target.data(), target.size());
  return length < 0 ? "" : std::string(target.data(), static_cast<size_t>(length));
}

// A copy of this program in a virtual environment (venv --copies) has no link
// to follow, and CPython would make a base executable of the environment's
// `home` and the copy's name, which need not exist or may be a plain python3.
std::string BaseOfCopy(const std::string& copy) {
  if (copy.empty() || copy != NamedByKernel()) return "";
  const absl::string_view bin = Directory(copy);
  const bool in_environment = IsFile(absl::StrCat(Directory(bin), "/pyvenv.cfg")) ||
                              IsFile(absl::StrCat(bin, "/pyvenv.cfg"));
  return in_environment ? copy : "";
}

}  // namespace

Executable LocateExecutable(const std::string& argv0) {
  Executable found;
  const std::string named = Absolute(NamedByArgv0(argv0));
  if (!IsThisProgram(named)) {
    found.path = NamedByKernel();
  } else if (Basename(named) == kCommandName) {
    const std::string sibling = absl::StrCat(Directory(named), "/", kPythonName);
    found.path = IsThisProgram(sibling) ? sibling : NamedByKernel();
  }
  found.program = found.path.empty() ? named : found.path;
  found.base = BaseOfCopy(found.program);
  return found;
}

}  // namespace hermetic::host
