#include "host/readable_roots.h"

#include <filesystem>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "resolver/file_facts.h"

namespace hermetic::host {

std::vector<std::string> ReadableRoots(const resolver::Target& target,
                                       const resolver::Surroundings& around) {
  std::vector<std::string> roots = {CPYTHON_PREFIX, CPYTHON_EXEC_PREFIX, around.installation.stdlib,
                                    around.installation.executable};
  const auto add = [&](const std::string& path) {
    if (!path.empty()) roots.push_back(path);
  };
  for (const std::string& directory : around.installation.site_dirs) add(directory);
  for (const absl::string_view entry : absl::StrSplit(around.python_path, ':')) {
    add(absl::StrCat(entry));
  }
  add(VenvInUse(target, around));
  if (target.kind == resolver::TargetKind::kDirectory) {
    add(target.path);
  } else if (!target.path.empty()) {
    add(std::string(resolver::DirectoryOf(resolver::RealPath(target.path))));
  } else if (target.kind == resolver::TargetKind::kModule) {
    std::error_code error;  // python3 -m looks in the working directory first.
    add(std::filesystem::current_path(error).string());
  }
  return roots;
}

}  // namespace hermetic::host
