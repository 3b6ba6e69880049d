#include "host/installation.h"

#include <cstdlib>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "resolver/file_facts.h"

namespace hermetic::host {
namespace {

std::string Variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// The user's site directory comes before the machine's, as in sys.path.
std::vector<std::string> SiteDirectories() {
  std::vector<std::string> directories;
  std::string base = Variable("PYTHONUSERBASE");
  if (const std::string home = Variable("HOME"); base.empty() && !home.empty()) {
    base = absl::StrCat(home, "/.local");
  }
  if (!base.empty()) {
    directories.push_back(absl::StrCat(base, "/lib/python", CPYTHON_VERSION, "/site-packages"));
  }
  for (const absl::string_view directory : absl::StrSplit(CPYTHON_SITE_DIRS, ':')) {
    directories.emplace_back(directory);
  }
  return directories;
}

}  // namespace

absl::StatusOr<resolver::Surroundings> LookAround(const std::string& executable,
                                                  const std::string& venv_option) {
  auto active =
      resolver::FindActiveEnv(venv_option, executable, Variable("VIRTUAL_ENV"), CPYTHON_VERSION);
  if (!active.ok()) return active.status();
  return resolver::Surroundings{
      .installation = {.executable = resolver::RealPath("/proc/self/exe"),
                       .python = CPYTHON_EXECUTABLE,
                       .version = CPYTHON_VERSION,
                       .stdlib = CPYTHON_STDLIB,
                       .site_dirs = SiteDirectories()},
      .active = *std::move(active),
      .search_path = Variable("PATH"),
      .python_path = Variable("PYTHONPATH"),
  };
}

}  // namespace hermetic::host
