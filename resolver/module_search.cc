#include "resolver/module_search.h"

#include <dirent.h>

#include <memory>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "resolver/file_facts.h"

namespace hermetic::resolver {
namespace {

constexpr size_t kPathFileBytes = 64 << 10;

// setuptools puts this one into every environment; it finds nothing but distutils.
constexpr absl::string_view kHarmlessPathFile = "distutils-precedence.pth";

struct CloseDirectory {
  void operator()(DIR* directory) const { closedir(directory); }
};

bool IsModuleFile(absl::string_view file, absl::string_view name) {
  if (!absl::ConsumePrefix(&file, name)) return false;
  return file.empty() || file == ".py" || file == ".pyc" ||
         (absl::StartsWith(file, ".") && absl::EndsWith(file, ".so"));
}

bool HoldsModule(const std::string& path, absl::string_view name, bool follow_path_files) {
  if (TypeOf(path) == FileType::kRegular) return true;  // An archive: not looked into.
  const std::unique_ptr<DIR, CloseDirectory> directory(opendir(path.c_str()));
  if (directory == nullptr) return false;
  while (const dirent* entry = readdir(directory.get())) {
    const absl::string_view file = entry->d_name;
    if (IsModuleFile(file, name)) return true;
    if (!follow_path_files || !absl::EndsWith(file, ".pth") || file == kHarmlessPathFile) continue;
    const std::string text = ReadHead(Join(path, file), kPathFileBytes);
    for (absl::string_view line : absl::StrSplit(text, '\n')) {
      line = absl::StripTrailingAsciiWhitespace(line);
      if (line.empty() || line[0] == '#') continue;
      if (absl::StartsWith(line, "import ") || absl::StartsWith(line, "import\t")) return true;
      const std::string added = line[0] == '/' ? std::string{line} : Join(path, line);
      if (HoldsModule(added, name, /*follow_path_files=*/false)) return true;
    }
  }
  return false;
}

}  // namespace

bool MayBeImportable(absl::string_view name, const std::vector<std::string>& directories) {
  for (const std::string& directory : directories) {
    if (HoldsModule(directory, name, /*follow_path_files=*/true)) return true;
  }
  return false;
}

}  // namespace hermetic::resolver
