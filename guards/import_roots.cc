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

#include "absl/strings/str_cat.h"
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
  return std::any_of(Roots().begin(), Roots().end(),
                     [&](const std::string& directory) { return IsInside(resolved, directory); });
}

// A link's target, if the link was there when the process began. First the target
// and then the times: another link in its place would be newer.
std::optional<std::string> ReadOldLink(const std::string& link) {
  std::array<char, PATH_MAX> target;
  const ssize_t length = readlink(link.c_str(), target.data(), target.size());
  struct stat status;
  if (length < 0 || lstat(link.c_str(), &status) != 0 || ChangedSinceStart(status) ||
      HasUnseenChange(link)) {
    return std::nullopt;
  }
  return std::string(target.data(), static_cast<size_t>(length));
}

bool IsLink(const std::string& path) {
  struct stat status;
  return lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
}

// Does `path` lead out of a root, and to `resolved`, by links that were there when
// the process began? Packages are shared between environments like that.
bool IsLinkedFromRoots(const std::string& path, const std::string& resolved) {
  constexpr int kMostLinks = 40;  // As in Linux.
  bool from_root = false;
  std::string reached;
  std::string rest = path.starts_with('/') ? path : Resolve(".") + "/" + path;
  for (int links = 0; !rest.empty();) {
    const size_t start = std::min(rest.find_first_not_of('/'), rest.size());
    const size_t end = std::min(rest.find('/', start), rest.size());
    const std::string name = rest.substr(start, end - start);
    rest.erase(0, end);
    if (name.empty() || name == ".") continue;
    if (name == "..") {
      reached.erase(std::min(reached.rfind('/'), reached.size()));
      continue;
    }
    const std::string next = absl::StrCat(reached, "/", name);
    if (!IsLink(next)) {
      reached = next;
      continue;
    }
    const std::optional<std::string> target = ReadOldLink(next);
    if (!target || ++links > kMostLinks) return false;
    from_root = from_root || IsInsideRoots(reached);
    if (target->starts_with('/')) reached.clear();
    rest.insert(0, *target);
  }
  return from_root && reached == resolved;
}

// `path` led to `resolved` when it was opened.
bool IsImportable(const std::string& path, const std::string& resolved) {
  if (HasUnseenChange(resolved)) return false;
  if (!StartPhase::IsOver()) NoteImportRoots();  // `site` is still adding to them.
  return IsInsideRoots(resolved) || IsLinkedFromRoots(path, resolved);
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

std::string PycachePrefix() {
  std::string storage;
  PyObject* prefix = SysAttribute("pycache_prefix");
  if (prefix == nullptr || prefix == Py_None) return "";
  std::string path(FsPathView(prefix, &storage).value_or(""));
  while (path.ends_with('/')) path.pop_back();
  return path;
}

void NoteImportRoots() {
  Roots().clear();
  Add(std::string(InterpreterStdlib()));
  Add(".");
  Add(PycachePrefix());
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
  return !resolved.empty() && !ChangedSinceStart(resolved.c_str()) && IsImportable(path, resolved);
}

std::optional<std::string> ReadImportableFile(const std::string& path) {
  const kernel::UniqueFd fd(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!fd.valid()) return std::nullopt;
  std::string content = ReadAll(fd.get());
  struct stat status;
  PathBuffer resolved;
  if (fstat(fd.get(), &status) != 0 || !S_ISREG(status.st_mode) || ChangedSinceStart(status) ||
      !ReadDescriptorPath(fd.get(), &resolved) ||
      !IsImportable(path, std::string(resolved.view()))) {
    return std::nullopt;
  }
  return content;
}

bool IsUsableBytecode(const std::string& path) {
  return path.ends_with(".pyc") && IsImportableFile(path);
}

}  // namespace hermetic
