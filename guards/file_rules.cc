#include "guards/file_rules.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "guards/import_rules.h"
#include "guards/path_resolution.h"

namespace hermetic {
namespace {

constexpr auto kSystemReadable = std::to_array<const char*>({
    // Programs and libraries.
    "/usr",
    "/lib",
    "/lib32",
    "/lib64",
    "/bin",
    "/sbin",
    "/etc/ld.so.cache",
    "/etc/alternatives",
    // Time, names and addresses, as the C library looks them up.
    "/etc/localtime",
    "/etc/timezone",
    "/etc/resolv.conf",
    "/etc/hosts",
    "/etc/nsswitch.conf",
    "/etc/host.conf",
    "/etc/gai.conf",
    "/etc/services",
    "/etc/protocols",
    "/etc/passwd",
    "/etc/group",
    "/etc/locale.alias",
    // Certificates, where the distributions keep them; see `ssl.get_default_verify_paths`.
    "/etc/ssl/certs",
    "/etc/ssl/cert.pem",
    "/etc/ssl/openssl.cnf",
    "/etc/pki/tls/certs",
    "/etc/pki/tls/cert.pem",
    "/etc/pki/tls/openssl.cnf",
    "/etc/pki/ca-trust/extracted",
    "/etc/ca-certificates",
    "/var/lib/ca-certificates",
    // mimetypes.knownfiles
    "/etc/mime.types",
    "/etc/httpd/mime.types",
    "/etc/httpd/conf/mime.types",
    "/etc/apache/mime.types",
    "/etc/apache2/mime.types",
    // platform.freedesktop_os_release, readline
    "/etc/os-release",
    "/etc/inputrc",
    "/etc/terminfo",
    // The process, its terminal and what it is given by the kernel.
    "/proc",
    "/dev/null",
    "/dev/zero",
    "/dev/full",
    "/dev/urandom",
    "/dev/random",
    "/dev/tty",
    "/dev/ptmx",
    "/dev/pts",
    "/sys/devices/system/cpu",
    "/sys/fs/cgroup",
});

constexpr auto kHarmlessDevices = std::to_array<std::string_view>(
    {"/dev/null", "/dev/zero", "/dev/full", "/dev/tty", "/dev/ptmx"});

// Of other processes: secrets, and where their memory is.
constexpr auto kPrivateFiles =
    std::to_array<std::string_view>({"environ", "auxv", "maps", "smaps", "smaps_rollup",
                                     "numa_maps", "pagemap", "stack", "syscall", "clear_refs"});

bool IsOrIsBelow(std::string_view path, std::string_view directory) {
  if (!path.starts_with(directory)) return false;
  return path.size() == directory.size() || directory == "/" || path[directory.size()] == '/';
}

// `path` with the links of its existing part followed.
std::string FollowLinks(const std::string& path) {
  PathBuffer canonical;
  const bool found = ResolvePath(AT_FDCWD, path.c_str(), LastLink::kFollow, &canonical);
  return found ? std::string(canonical.view()) : path;
}

// Takes the first component off `rest`, which begins after a slash.
std::string_view TakeComponent(std::string_view* rest) {
  const size_t slash = rest->find('/');
  const std::string_view component = rest->substr(0, slash);
  rest->remove_prefix(slash == std::string_view::npos ? rest->size() : slash + 1);
  return component;
}

std::optional<pid_t> ProcessId(std::string_view text) {
  pid_t pid = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), pid);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return pid;
}

template <typename Names>
bool Contains(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// A file that /proc has for every process and for every thread of it.
struct ProcessFile {
  pid_t process;
  std::string_view name;
};

std::optional<ProcessFile> ProcessFileOf(std::string_view path) {
  constexpr std::string_view kProc = "/proc/";
  if (!path.starts_with(kProc)) return std::nullopt;
  path.remove_prefix(kProc.size());
  const std::optional<pid_t> pid = ProcessId(TakeComponent(&path));
  if (!pid) return std::nullopt;
  std::string_view name = TakeComponent(&path);
  if (name == "task") {
    TakeComponent(&path);  // Threads of other processes have numbers of their own.
    name = TakeComponent(&path);
  }
  return ProcessFile{*pid, name};
}

// Links are followed once: each set is the same for every policy.
PathSet Resolved(const std::vector<std::string>& paths) {
  PathSet set;
  for (const std::string& path : paths) set.Add(path);
  return set;
}

const PathSet& SystemReadable() {
  static const auto& set = *new PathSet(Resolved(SystemReadablePaths()));
  return set;
}

// Semaphores and shared memory of multiprocessing.
const PathSet& SharedMemory() {
  static const auto& set = *new PathSet(Resolved({"/dev/shm"}));
  return set;
}

PathSet& MutableImportDirectories() {
  static auto& directories = *new PathSet;
  if (directories.empty()) {
    const std::string library(InterpreterStdlib());
    directories.Add(library);
    // Debian's sitecustomize.py lies in /etc/python3.11 and the like.
    directories.Add("/etc" + library.substr(library.rfind('/')));
  }
  return directories;
}

PathSet& MutableProgramDirectories() {
  static auto& directories = *new PathSet;
  return directories;
}

// What importing reads: code, and what distributions say of themselves.
bool IsCode(std::string_view path) {
  constexpr std::array<std::string_view, 3> kSuffixes = {".py", ".pyc", ".so"};
  const auto ends = [&](std::string_view suffix) { return path.ends_with(suffix); };
  return std::any_of(kSuffixes.begin(), kSuffixes.end(), ends) ||
         path.find(".dist-info/") != std::string_view::npos ||
         path.find(".egg-info/") != std::string_view::npos;
}

bool IsImportable(FileAccess access, std::string_view path) {
  return ProgramDirectories().Covers(path) && (access != FileAccess::kRead || IsCode(path));
}

}  // namespace

void PathSet::Add(const std::string& path) {
  for (const std::string& spelling : {path, FollowLinks(path)}) {
    if (!Covers(spelling)) paths_.push_back(spelling);
  }
}

bool PathSet::Covers(std::string_view path) const {
  return std::any_of(paths_.begin(), paths_.end(),
                     [&](const std::string& member) { return IsOrIsBelow(path, member); });
}

bool PathSet::HasInside(std::string_view path) const {
  return std::any_of(paths_.begin(), paths_.end(),
                     [&](const std::string& member) { return IsOrIsBelow(member, path); });
}

bool IsHarmlessDevice(std::string_view path) {
  return Contains(kHarmlessDevices, path) || path.starts_with("/dev/pts/");
}

const std::vector<std::string>& SystemReadablePaths() {
  static const auto& paths =
      *new std::vector<std::string>(kSystemReadable.begin(), kSystemReadable.end());
  return paths;
}

const PathSet& ImportDirectories() { return MutableImportDirectories(); }

void AddImportDirectory(const std::string& directory) { MutableImportDirectories().Add(directory); }

const PathSet& ProgramDirectories() { return MutableProgramDirectories(); }

void AddProgramDirectory(const std::string& directory) {
  if (!ImportDirectories().Covers(directory)) MutableProgramDirectories().Add(directory);
}

std::vector<std::string> ImportPaths() {
  std::vector<std::string> paths = ImportDirectories().paths();
  const std::vector<std::string>& own = ProgramDirectories().paths();
  paths.insert(paths.end(), own.begin(), own.end());
  return paths;
}

bool IsProcessState(std::string_view path) {
  const std::optional<ProcessFile> file = ProcessFileOf(path);
  // The memory of this process has the guards in it.
  return file && (file->name == "mem" ||
                  (file->process != getpid() && Contains(kPrivateFiles, file->name)));
}

bool IsOwnEnvironment(std::string_view path) {
  const std::optional<ProcessFile> file = ProcessFileOf(path);
  return file && file->process == getpid() && file->name == "environ";
}

bool IsKernelState(std::string_view path) {
  return IsOrIsBelow(path, "/proc") || IsOrIsBelow(path, "/sys");
}

FileRules FileRules::Compile(const Policy& policy) {
  FileRules rules;
  rules.limits_writes_ = policy.fs_readonly;
  rules.hides_environment_ = policy.no_environment;
  for (const std::string& path : policy.deny_read) rules.denied_.Add(path);
  if (policy.fs_readonly) {
    if (!policy.no_subprocess) rules.writable_ = SharedMemory();
    for (const std::string& path : policy.allow_write) rules.writable_.Add(path);
  }
  rules.has_root_ = !policy.fs_root.empty();
  if (!rules.has_root_) return rules;
  SystemReadable();  // Made here, since later questions may not allocate.
  rules.readable_.Add(policy.fs_root);
  for (const std::string& path : policy.allow_read) rules.readable_.Add(path);
  for (const std::string& path : rules.writable_.paths()) rules.readable_.Add(path);
  return rules;
}

FileAnswer FileRules::DecideRead(FileAccess access, std::string_view path) const {
  if (denied_.Covers(path)) return FileAnswer::kReadDenied;
  const bool is_readable = !has_root_ || readable_.Covers(path) || SystemReadable().Covers(path) ||
                           ImportDirectories().Covers(path) || IsImportable(access, path);
  return is_readable ? FileAnswer::kAllowed : FileAnswer::kReadOutsideRoot;
}

FileAnswer FileRules::DecideLook(std::string_view path) const {
  const FileAnswer answer = DecideRead(FileAccess::kLook, path);
  if (answer != FileAnswer::kReadOutsideRoot) return answer;
  // realpath() looks at every directory on the way to a readable one.
  const bool is_on_the_way = readable_.HasInside(path) || SystemReadable().HasInside(path) ||
                             ImportDirectories().HasInside(path) ||
                             ProgramDirectories().HasInside(path);
  return is_on_the_way ? FileAnswer::kAllowed : answer;
}

FileAnswer FileRules::DecideWrite(std::string_view path) const {
  if (!limits_writes_ || IsHarmlessDevice(path) || writable_.Covers(path)) {
    return FileAnswer::kAllowed;
  }
  return FileAnswer::kWriteDenied;
}

FileAnswer FileRules::Decide(FileAccess access, std::string_view path) const {
  switch (access) {
    case FileAccess::kLook:
      return DecideLook(path);
    case FileAccess::kList:
    case FileAccess::kRead:
      return IsProcessState(path) || (hides_environment_ && IsOwnEnvironment(path))
                 ? FileAnswer::kSystemState
                 : DecideRead(access, path);
    case FileAccess::kWrite:
      return IsKernelState(path) ? FileAnswer::kSystemState : DecideWrite(path);
    case FileAccess::kMove:
      // Under a new name, what is denied or out of the root would be readable.
      if (denied_.HasInside(path)) return FileAnswer::kReadDenied;
      if (const FileAnswer write = DecideWrite(path); write != FileAnswer::kAllowed) return write;
      return DecideRead(FileAccess::kRead, path);
  }
  return FileAnswer::kWriteDenied;
}

}  // namespace hermetic
