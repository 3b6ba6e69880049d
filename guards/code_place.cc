#include "guards/code_place.h"

#include <Python.h>
#include <dirent.h>
#include <unistd.h>

#include <array>
#include <climits>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "guards/args.h"
#include "guards/import_rules.h"
#include "guards/py_ref.h"
#include "profiles/absl_view.h"

namespace hermetic {
namespace {

enum class Whose { kInterpreter, kLibrary, kProgram };

constexpr auto kLibraryFolders =
    std::to_array<std::string_view>({"/site-packages/", "/dist-packages/"});

Whose Classify(std::string_view file) {
  if (file.starts_with("<frozen ")) return Whose::kInterpreter;
  for (const std::string_view folder : kLibraryFolders) {
    if (file.find(folder) != std::string_view::npos) return Whose::kLibrary;
  }
  return file.starts_with(std::string(InterpreterStdlib()) + "/") ? Whose::kInterpreter
                                                                  : Whose::kProgram;
}

std::string RelativeToWorkingDirectory(std::string_view file) {
  std::array<char, PATH_MAX> directory;
  if (getcwd(directory.data(), directory.size()) != nullptr) {
    const std::string prefix = absl::StrCat(directory.data(), "/");
    if (file.starts_with(prefix)) file.remove_prefix(prefix.size());
  }
  return std::string(file);
}

// "2.28.1" from requests-2.28.1.dist-info in `folder`, or empty.
std::string InstalledVersion(const std::string& folder, std::string_view package) {
  const std::unique_ptr<DIR, int (*)(DIR*)> directory(opendir(folder.c_str()), closedir);
  if (!directory) return "";
  const std::string prefix = absl::StrCat(AbslView(package), "-");
  while (const dirent* entry = readdir(directory.get())) {
    std::string_view name = entry->d_name;
    if (!absl::StartsWithIgnoreCase(AbslView(name), prefix)) continue;
    if (!name.ends_with("-info")) continue;  // .dist-info, .egg-info
    name.remove_prefix(prefix.size());
    name.remove_suffix(name.size() - name.rfind('.'));
    return std::string(name.substr(0, name.find('-')));
  }
  return "";
}

// "requests 2.28.1: adapters.py" for .../site-packages/requests/adapters.py.
std::string LibraryFile(std::string_view file) {
  for (const std::string_view folder : kLibraryFolders) {
    const size_t at = file.rfind(folder);
    if (at == std::string_view::npos) continue;
    const std::string_view inside = file.substr(at + folder.size());
    const std::string package(inside.substr(0, inside.find_first_of("/.")));
    const std::string_view name = file.substr(file.rfind('/') + 1);
    static auto& versions = *new std::map<std::string, std::string>;
    auto known = versions.find(package);
    if (known == versions.end()) {
      const std::string parent(file.substr(0, at + folder.size()));
      known = versions.emplace(package, InstalledVersion(parent, package)).first;
    }
    return known->second.empty() ? absl::StrCat(package, ": ", AbslView(name))
                                 : absl::StrCat(package, " ", known->second, ": ", AbslView(name));
  }
  return std::string(file);
}

CodePlace PlaceOf(PyFrameObject* frame, PyCodeObject* code, const std::string& file) {
  CodePlace place;
  place.file = Printable(file);
  place.line = PyFrame_GetLineNumber(frame);
  place.function = Printable(Utf8View(code->co_name).value_or("?"));
  return place;
}

}  // namespace

void LocateViolation(RecordedViolation* violation) {
  PyRef frame =
      PyRef::Steal(reinterpret_cast<PyObject*>(PyThreadState_GetFrame(PyThreadState_Get())));
  while (frame) {
    auto* raw = reinterpret_cast<PyFrameObject*>(frame.get());
    const PyRef code = PyRef::Steal(reinterpret_cast<PyObject*>(PyFrame_GetCode(raw)));
    auto* raw_code = reinterpret_cast<PyCodeObject*>(code.get());
    std::string storage;
    const std::string_view file = FsPathView(raw_code->co_filename, &storage).value_or("?");
    const Whose whose = Classify(file);
    if (whose == Whose::kLibrary && violation->library.file.empty()) {
      violation->library = PlaceOf(raw, raw_code, LibraryFile(file));
    } else if (whose == Whose::kProgram) {
      violation->program = PlaceOf(raw, raw_code, RelativeToWorkingDirectory(file));
      return;
    }
    frame = PyRef::Steal(reinterpret_cast<PyObject*>(PyFrame_GetBack(raw)));
  }
}

}  // namespace hermetic
