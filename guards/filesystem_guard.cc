#include "guards/filesystem_guard.h"

#include <fcntl.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "guards/file_gate.h"
#include "guards/gated_files.h"
#include "guards/sys_attribute.h"

namespace hermetic {
namespace {

// What the program called the file, for messages only.
std::string_view Spelling(PyObject* path, std::string* storage) {
  return FsPathView(path, storage).value_or("?");
}

// A level under which no path but that of a device makes a difference.
bool RefusesEveryWrite(const PolicyLevel& level) {
  return level.files.limits_writes() && level.policy.allow_write.empty();
}

// Where devices, terminals and open descriptors have names: to be looked at.
bool MayBeHarmless(std::string_view path) {
  return path.starts_with("/dev/") || path.starts_with("/proc/");
}

Verdict RefuseWrite(const ActivePolicy& active, PyObject* path, FileOperation operation) {
  return active.FirstRefusal(GuardId::kFilesystem, [&](const PolicyLevel& level) -> Verdict {
    // What goes on after all is told where it happens, once.
    if (!RefusesEveryWrite(level) || level.policy.OnlyTells()) return kAllowed;
    std::string storage;
    const std::string_view spelling = Spelling(path, &storage);
    if (MayBeHarmless(spelling)) return kAllowed;
    return FileRefusal(level, FileAnswer::kWriteDenied,
                       {operation, FileAccess::kWrite, spelling, spelling});
  });
}

// (path, mode or None, flags); C code that uses fopen sends flags 0 and a mode.
Verdict CheckOpen(const ActivePolicy& active, const Args& args) {
  if (args[0] != nullptr && PyLong_Check(args[0])) return kAllowed;  // A descriptor.
  const auto flags = IntValue(args[2]);
  const auto mode = Utf8View(args[1]);
  const bool writes = !flags || OpensForWriting(static_cast<int>(*flags)) ||
                      (mode && mode->find_first_of("wax+") != std::string_view::npos);
  return writes ? RefuseWrite(active, args[0], FileOperation::kOpen) : kAllowed;
}

// Events whose first argument is the path that changes.
Verdict CheckChange(const ActivePolicy& active, const Args& args) {
  return RefuseWrite(active, args[0], FileOperation::kChange);
}

// (path, mode, dir_fd or -1). What is there is not made again, and not changed:
// os.makedirs(exist_ok=True).
Verdict CheckMakeDirectory(const ActivePolicy& active, const Args& args) {
  std::string storage;
  const auto path = FsPathView(args[0], &storage);
  const int64_t directory = IntValue(args[2]).value_or(-1);
  if (path &&
      IsThere(directory < 0 ? AT_FDCWD : static_cast<int>(directory), std::string(*path).c_str())) {
    return kAllowed;
  }
  return CheckChange(active, args);
}

// A descriptor was open for writing already, or the call will fail.
Verdict CheckTruncate(const ActivePolicy& active, const Args& args) {
  if (args[0] != nullptr && PyLong_Check(args[0])) return kAllowed;
  return CheckChange(active, args);
}

bool IsZeroLimit(PyObject* limits) {
  PyObject* soft = nullptr;
  if (PyTuple_CheckExact(limits) && PyTuple_GET_SIZE(limits) > 0) {
    soft = PyTuple_GET_ITEM(limits, 0);
  }
  return soft != nullptr && PyLong_CheckExact(soft) && IntValue(soft) == 0;
}

// The kernel writes a core file for a process that may write nothing itself.
Verdict CheckLimit(const ActivePolicy& active, PyObject* resource, PyObject* limits) {
  if (IntValue(resource).value_or(RLIMIT_CORE) != RLIMIT_CORE) return kAllowed;
  if (limits == nullptr || limits == Py_None || IsZeroLimit(limits)) return kAllowed;
  return active.FirstRefusal(GuardId::kFilesystem, [&](const PolicyLevel& level) -> Verdict {
    if (!level.files.limits_writes()) return kAllowed;
    return FileRefusal(level, FileAnswer::kWriteDenied,
                       {FileOperation::kChange, FileAccess::kWrite, "core", "core"});
  });
}

// (resource, limits), (pid, resource, limits or None)
Verdict CheckSetLimit(const ActivePolicy& active, const Args& args) {
  return CheckLimit(active, args[0], args[1]);
}
Verdict CheckSetLimitOf(const ActivePolicy& active, const Args& args) {
  return CheckLimit(active, args[1], args[2]);
}

constexpr AuditEvent kEvents[] = {
    {"open", CheckOpen},
    {"os.mkdir", CheckMakeDirectory},
    {"os.rmdir", CheckChange},
    {"os.remove", CheckChange},
    {"os.rename", CheckChange},
    {"os.link", CheckChange},
    {"os.symlink", CheckChange},
    {"os.truncate", CheckTruncate},
    {"os.chmod", CheckChange},
    {"os.chown", CheckChange},
    {"os.utime", CheckChange},
    {"os.setxattr", CheckChange},
    {"os.removexattr", CheckChange},
    {"resource.setrlimit", CheckSetLimit},
    {"resource.prlimit", CheckSetLimitOf},
};

// Paths would mean something else from then on, to every other decision.
Verdict RefuseChroot(const ActivePolicy& active, const Args& args) {
  return active.FirstRefusal(GuardId::kFilesystem, [&](const PolicyLevel& level) {
    std::string storage;
    const std::string_view path = Spelling(args[0], &storage);
    return FileRefusal(level, FileAnswer::kWriteDenied,
                       {FileOperation::kChange, FileAccess::kWrite, path, path});
  });
}

// For what the C library opens within itself.
Verdict CheckRead(const ActivePolicy& active, const std::string& path) {
  PathBuffer canonical;
  if (!ResolvePath(AT_FDCWD, path.c_str(), LastLink::kFollow, &canonical)) return kAllowed;
  return active.FirstRefusal(GuardId::kFilesystem, [&](const PolicyLevel& level) -> Verdict {
    const FileAnswer answer = level.files.Decide(FileAccess::kRead, canonical.view());
    if (answer == FileAnswer::kAllowed) return kAllowed;
    return FileRefusal(level, answer,
                       {FileOperation::kOpen, FileAccess::kRead, path, canonical.view()});
  });
}

// From these the C library learns what to open within itself. Some are lists.
constexpr auto kPathVariables = std::to_array<std::string_view>(
    {"TZDIR", "LOCPATH", "NLSPATH", "GCONV_PATH", "HOSTALIASES", "RESOLV_HOST_CONF"});

Verdict CheckPaths(const ActivePolicy& active, std::string_view list) {
  while (!list.empty()) {
    const size_t end = std::min(list.find(':'), list.size());
    if (Verdict refusal = CheckRead(active, std::string(list.substr(0, end)))) return refusal;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return kAllowed;
}

// The C library makes a path of what is to be a plain name.
Verdict CheckPlainName(const ActivePolicy& active, std::string_view name) {
  if (name.find('/') == std::string_view::npos) return kAllowed;
  return active.FirstRefusal(GuardId::kFilesystem, [&](const PolicyLevel& level) -> Verdict {
    if (!level.files.limits_reads()) return kAllowed;
    return FileRefusal(level, FileAnswer::kReadOutsideRoot,
                       {FileOperation::kOpen, FileAccess::kRead, name, name});
  });
}

// dgettext(domain, message) and the like.
Verdict CheckDomain(const ActivePolicy& active, const Args& args) {
  return CheckPlainName(active, Utf8View(args[0]).value_or(""));
}

// (domain, directory)
Verdict CheckCatalogs(const ActivePolicy& active, const Args& args) {
  if (Verdict refusal = CheckDomain(active, args)) return refusal;
  std::string storage;
  const auto directory = FsPathView(args[1], &storage);
  if (!directory) return kAllowed;  // None asks for the directory; the rest fails.
  return CheckRead(active, std::string(*directory));
}

Verdict CheckShadow(const ActivePolicy& active, const Args& /*args*/) {
  return CheckRead(active, "/etc/shadow");
}

constexpr GuardedBuiltin kBuiltins[] = {
    {"posix", nullptr, "chroot", RefuseChroot},
    {"posix", nullptr, "unshare", RefuseChroot},
    {"posix", nullptr, "setns", RefuseChroot},
    {"_locale", nullptr, "bindtextdomain", CheckCatalogs},
    {"_locale", nullptr, "textdomain", CheckDomain},
    {"_locale", nullptr, "dgettext", CheckDomain},
    {"_locale", nullptr, "dcgettext", CheckDomain},
    {"spwd", nullptr, "getspnam", CheckShadow},
    {"spwd", nullptr, "getspall", CheckShadow},
};

constexpr GuardedBuiltin kRefused[] = {
    // What OSError(EACCES, ...) becomes. OSError.__new__ itself has to stay: CPython
    // tells by it whether a subclass with an __init__ of its own takes the arguments.
    {"builtins", "PermissionError", "tp_alloc", nullptr, RaiseRefusalForPermissionError},
    {"posix", nullptr, "access", nullptr, RaiseRefusalOfAccess},
    {"_sqlite3", nullptr, "connect", nullptr, RaiseRefusalOfLibrary},
    {"_sqlite3", "Connection", "execute", nullptr, RaiseRefusalOfLibrary},
    {"_sqlite3", "Connection", "executemany", nullptr, RaiseRefusalOfLibrary},
    {"_sqlite3", "Connection", "executescript", nullptr, RaiseRefusalOfLibrary},
    {"_sqlite3", "Connection", "backup", nullptr, RaiseRefusalOfLibrary},
    {"_sqlite3", "Cursor", "execute", nullptr, RaiseRefusalOfLibrary},
    {"_sqlite3", "Cursor", "executemany", nullptr, RaiseRefusalOfLibrary},
    {"_sqlite3", "Cursor", "executescript", nullptr, RaiseRefusalOfLibrary},
    {"_dbm", nullptr, "open", nullptr, RaiseRefusalOfLibrary},
    {"_gdbm", nullptr, "open", nullptr, RaiseRefusalOfLibrary},
    // Terminals are described in HOME first, then in the system's folders.
    {"_curses", nullptr, "setupterm", nullptr, RaiseRefusalOfLibrary},
    {"_curses", nullptr, "initscr", nullptr, RaiseRefusalOfLibrary},
    // libuuid keeps a clock in a file, and does without.
    {"_uuid", nullptr, "generate_time_safe", nullptr, RaiseRefusalOfLibrary},
};

}  // namespace

Verdict CheckFileVariable(const ActivePolicy& active, std::string_view name,
                          std::string_view value) {
  if ((ActivePolicy::Mask() & MaskOf(GuardId::kFilesystem)) == 0) return kAllowed;
  if (name == "LANGUAGE") return CheckPlainName(active, value);
  if (std::find(kPathVariables.begin(), kPathVariables.end(), name) != kPathVariables.end()) {
    return CheckPaths(active, value);
  }
  if (name != "TZ") return kAllowed;
  if (value.starts_with(':')) value.remove_prefix(1);
  const std::string_view directory = value.starts_with('/') ? "" : "/usr/share/zoneinfo/";
  return CheckRead(active, std::string(directory) + std::string(value));
}

Verdict CheckLoadedFile(const ActivePolicy& active, std::string_view path) {
  const bool is_searched = path.find('/') == std::string_view::npos;
  if (is_searched || (ActivePolicy::Mask() & MaskOf(GuardId::kFilesystem)) == 0) return kAllowed;
  return CheckRead(active, std::string(path));
}

void ForbidCoreFiles() {
  constexpr rlimit kNone = {0, 0};
  setrlimit(RLIMIT_CORE, &kNone);  // Lowering it is everybody's right.
}

void NoteSearchPath() {
  PyObject* path = SysAttribute("path");
  if (path == nullptr || !PyList_Check(path)) return;
  for (Py_ssize_t i = 0; i < PyList_GET_SIZE(path); ++i) {
    std::string storage;
    const auto entry = FsPathView(PyList_GET_ITEM(path, i), &storage);
    if (!entry || !entry->starts_with('/') || entry->size() == 1) continue;
    const bool is_site = entry->ends_with("/site-packages") || entry->ends_with("/dist-packages");
    is_site ? AddImportDirectory(std::string(*entry)) : AddProgramDirectory(std::string(*entry));
  }
}

const Guard kFilesystemGuard = {MaskOf(GuardId::kFilesystem), kEvents, kBuiltins};
const Guard kRefusedFileGuard = {kAnyPolicy, {}, kRefused};

}  // namespace hermetic
