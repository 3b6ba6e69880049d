#include "guards/import_roots.h"

#include <Python.h>
#include <unistd.h>

#include <array>
#include <climits>
#include <cstdlib>
#include <vector>

#include "guards/args.h"
#include "guards/import_rules.h"
#include "guards/process_start.h"
#include "guards/start_phase.h"

namespace hermetic {
namespace {

std::vector<std::string>& Roots() {
  static auto& roots = *new std::vector<std::string>;
  return roots;
}

std::string Resolve(const std::string& path) {
  std::array<char, PATH_MAX> resolved;
  return realpath(path.c_str(), resolved.data()) == nullptr ? "" : std::string(resolved.data());
}

void Add(const std::string& path) {
  std::string resolved = Resolve(path);
  if (!resolved.empty() && resolved != "/") Roots().push_back(std::move(resolved));
}

bool IsInside(const std::string& path, const std::string& directory) {
  return path.starts_with(directory) &&
         (path.size() == directory.size() || path[directory.size()] == '/');
}

}  // namespace

void NoteImportRoots() {
  Roots().clear();
  Add(std::string(InterpreterStdlib()));
  Add(".");
  PyObject* path = PySys_GetObject("path");
  if (path == nullptr || !PyList_Check(path)) return;
  for (Py_ssize_t i = 0; i < PyList_GET_SIZE(path); ++i) {
    std::string storage;
    const auto entry = FsPathView(PyList_GET_ITEM(path, i), &storage);
    if (entry) Add(entry->empty() ? "." : std::string(*entry));
  }
}

bool IsImportableFile(const std::string& path) {
  if (!StartPhase::IsOver()) NoteImportRoots();  // `site` is still adding to them.
  const std::string resolved = Resolve(path);
  if (resolved.empty() || ChangedSinceStart(resolved.c_str())) return false;
  for (const std::string& directory : Roots()) {
    if (IsInside(resolved, directory)) return true;
  }
  return false;
}

bool IsUsableBytecode(const std::string& path) {
  return path.ends_with(".pyc") && IsImportableFile(path);
}

}  // namespace hermetic
