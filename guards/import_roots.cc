#include "guards/import_roots.h"

#include <Python.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <climits>
#include <cstdlib>
#include <vector>

#include "guards/args.h"
#include "guards/import_rules.h"
#include "guards/kernel/unique_fd.h"
#include "guards/path_resolution.h"
#include "guards/process_start.h"
#include "guards/start_phase.h"
#include "guards/sys_attribute.h"
#include "guards/unseen_changes.h"

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

bool IsInsideRoots(const std::string& resolved) {
  if (HasUnseenChange(resolved)) return false;
  if (!StartPhase::IsOver()) NoteImportRoots();  // `site` is still adding to them.
  return std::any_of(Roots().begin(), Roots().end(),
                     [&](const std::string& directory) { return IsInside(resolved, directory); });
}

std::string ReadAll(int fd) {
  std::string content;
  std::array<char, 65536> buffer;
  for (ssize_t n; (n = read(fd, buffer.data(), buffer.size())) > 0;) {
    content.append(buffer.data(), static_cast<size_t>(n));
  }
  return content;
}

}  // namespace

void NoteImportRoots() {
  Roots().clear();
  Add(std::string(InterpreterStdlib()));
  Add(".");
  PyObject* path = SysAttribute("path");
  if (path == nullptr || !PyList_Check(path)) return;
  for (Py_ssize_t i = 0; i < PyList_GET_SIZE(path); ++i) {
    std::string storage;
    const auto entry = FsPathView(PyList_GET_ITEM(path, i), &storage);
    if (entry) Add(entry->empty() ? "." : std::string(*entry));
  }
}

bool IsImportableFile(const std::string& path) {
  const std::string resolved = Resolve(path);
  return !resolved.empty() && !ChangedSinceStart(resolved.c_str()) && IsInsideRoots(resolved);
}

std::optional<std::string> ReadImportableFile(const std::string& path) {
  const kernel::UniqueFd fd(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!fd.valid()) return std::nullopt;
  std::string content = ReadAll(fd.get());
  struct stat status;
  PathBuffer resolved;
  if (fstat(fd.get(), &status) != 0 || !S_ISREG(status.st_mode) || ChangedSinceStart(status) ||
      !ReadDescriptorPath(fd.get(), &resolved) || !IsInsideRoots(std::string(resolved.view()))) {
    return std::nullopt;
  }
  return content;
}

bool IsUsableBytecode(const std::string& path) {
  return path.ends_with(".pyc") && IsImportableFile(path);
}

}  // namespace hermetic
