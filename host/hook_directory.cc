#include "host/hook_directory.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "profiles/option_value.h"
#include "stdlib_overlay/bootstrap_text.h"

namespace hermetic::host {

namespace fs = std::filesystem;

absl::StatusOr<HookDirectory> HookDirectory::Make() {
  std::error_code error;
  std::string path = (fs::temp_directory_path(error) / "hermetic_site_XXXXXX").string();
  if (error || mkdtemp(path.data()) == nullptr) {
    return absl::FailedPreconditionError(
        absl::StrCat("no directory for the hook of another Python can be made: ", Quoted(path)));
  }
  HookDirectory directory(std::move(path));
  std::ofstream file(fs::path(directory.path()) / "sitecustomize.py");
  file << overlay::kSitecustomize;
  if (!file.flush()) {
    return absl::FailedPreconditionError(
        absl::StrCat("the hook of another Python cannot be written to ", Quoted(directory.path())));
  }
  return directory;
}

HookDirectory::~HookDirectory() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

void HookDirectory::SetVariables(const std::string& flags) const {
  const char* inherited = std::getenv("PYTHONPATH");
  const bool more = inherited != nullptr && *inherited != '\0';
  const std::string path = more ? absl::StrCat(path_, ":", inherited) : path_;
  setenv("PYTHONPATH", path.c_str(), 1);
  setenv("HERMETIC_FLAGS_JSON", flags.c_str(), 1);
}

}  // namespace hermetic::host
