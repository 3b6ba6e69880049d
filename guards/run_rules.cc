#include "guards/run_rules.h"

#include <unistd.h>

#include <cstdlib>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "profiles/absl_view.h"

namespace hermetic {
namespace {

bool IsExecutableFile(const std::string& path) {
  struct stat status;
  return stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
         access(path.c_str(), X_OK) == 0;
}

}  // namespace

std::string FindProgram(std::string_view name, std::string_view search_path) {
  if (name.find('/') != std::string_view::npos) return std::string(name);
  if (name.empty()) return "";
  for (const absl::string_view directory : absl::StrSplit(AbslView(search_path), ':')) {
    std::string path =
        absl::StrCat(directory.empty() ? absl::string_view(".") : directory, "/", AbslView(name));
    if (IsExecutableFile(path)) return path;
  }
  return "";
}

RunRules RunRules::Compile(const Policy& policy, std::string_view search_path) {
  RunRules rules;
  for (const std::string& name : policy.allow_run) {
    std::string path = FindProgram(name, search_path);
    // A relative directory on PATH would make the grant follow the program.
    if (path.starts_with('/')) rules.programs_.push_back(std::move(path));
  }
  return rules;
}

const char* RunRules::Find(const struct stat& program) const {
  for (const std::string& path : programs_) {
    struct stat listed;
    if (stat(path.c_str(), &listed) == 0 && listed.st_dev == program.st_dev &&
        listed.st_ino == program.st_ino) {
      return path.c_str();
    }
  }
  return nullptr;
}

const char* SearchPath() {
  const char* path = std::getenv("PATH");
  return path == nullptr ? "/bin:/usr/bin" : path;
}

bool OwnProgram(struct stat* program) { return stat("/proc/self/exe", program) == 0; }

}  // namespace hermetic
