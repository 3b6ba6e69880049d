#include "host/readable_roots.h"

#include <filesystem>
#include <string>
#include <system_error>

#include "absl/strings/str_split.h"
#include "guards/file_rules.h"
#include "resolver/file_facts.h"

namespace hermetic::host {

std::string ProgramDirectory(const resolver::Target& target) {
  if (target.kind == resolver::TargetKind::kDirectory) return target.path;
  if (!target.path.empty()) {
    return std::string(resolver::DirectoryOf(resolver::RealPath(target.path)));
  }
  if (target.kind != resolver::TargetKind::kModule) return "";
  std::error_code error;  // python3 -m looks in the working directory first.
  return std::filesystem::current_path(error).string();
}

namespace {

void Add(const std::string& path) {
  if (!path.empty()) AddImportDirectory(path);
}

}  // namespace

void AddReadableRoots(const resolver::Target& target, const resolver::Surroundings& around) {
  for (const char* prefix : {CPYTHON_PREFIX, CPYTHON_EXEC_PREFIX}) Add(prefix);
  Add(around.installation.stdlib);
  Add(around.installation.executable);
  for (const std::string& directory : around.installation.site_dirs) Add(directory);
  for (const absl::string_view entry : absl::StrSplit(around.python_path, ':')) {
    Add(std::string(entry));
  }
  Add(VenvInUse(target, around));
  if (target.kind != resolver::TargetKind::kDirectory) Add(target.path);
  const std::string own = ProgramDirectory(target);
  if (!own.empty()) AddProgramDirectory(own);
}

}  // namespace hermetic::host
