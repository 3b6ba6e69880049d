#include "guards/stdlib_probes.h"

#include "guards/code_identity.h"

namespace hermetic {
namespace {

struct Probe {
  GuardId guard;
  std::string_view file;
  std::string_view function;
  std::string_view reason;
};

constexpr std::string_view kImporter = "importlib/_bootstrap_external.py";

constexpr Probe kProbes[] = {
    {GuardId::kFilesystem, kImporter, "set_data", "the __pycache__ directory"},
    {GuardId::kFilesystem, kImporter, "_fill_cache", "a directory on the import path"},
    {GuardId::kFilesystem, kImporter, "_path_stat", "a directory on the import path"},
    {GuardId::kFilesystem, "tempfile.py", "_get_default_tempdir", "looks for a usable directory"},
    {GuardId::kFilesystem, "genericpath.py", "exists", "answers False"},
    {GuardId::kFilesystem, "genericpath.py", "isfile", "answers False"},
    {GuardId::kFilesystem, "genericpath.py", "isdir", "answers False"},
    {GuardId::kFilesystem, "posixpath.py", "lexists", "answers False"},
    {GuardId::kFilesystem, "posixpath.py", "islink", "answers False"},
    {GuardId::kFilesystem, "posixpath.py", "ismount", "answers False"},
    {GuardId::kFilesystem, "posixpath.py", "_joinrealpath", "takes the path as it is"},
    {GuardId::kFilesystem, "posixpath.py", "realpath", "takes the path as it is"},
    {GuardId::kFilesystem, "pathlib.py", "exists", "answers False"},
    {GuardId::kFilesystem, "pathlib.py", "is_file", "answers False"},
    {GuardId::kFilesystem, "pathlib.py", "is_dir", "answers False"},
    {GuardId::kFilesystem, "pathlib.py", "is_symlink", "answers False"},
    {GuardId::kFilesystem, "pathlib.py", "is_mount", "answers False"},
    {GuardId::kFilesystem, "pathlib/_abc.py", "exists", "answers False"},
    {GuardId::kFilesystem, "pathlib/_abc.py", "is_file", "answers False"},
    {GuardId::kFilesystem, "pathlib/_abc.py", "is_dir", "answers False"},
    {GuardId::kFilesystem, "pathlib/_abc.py", "is_symlink", "answers False"},
    {GuardId::kFilesystem, "pathlib/_abc.py", "is_mount", "answers False"},
    {GuardId::kFilesystem, "pathlib/_local.py", "exists", "answers False"},
    {GuardId::kFilesystem, "pathlib/_local.py", "is_file", "answers False"},
    {GuardId::kFilesystem, "pathlib/_local.py", "is_dir", "answers False"},
    {GuardId::kFilesystem, "pathlib/_local.py", "is_symlink", "answers False"},
    {GuardId::kFilesystem, "pathlib/_local.py", "is_mount", "answers False"},
    {GuardId::kFilesystem, "linecache.py", "updatecache", "a traceback without its source lines"},
    {GuardId::kFilesystem, "platform.py", "_platform", "looks at the executable"},
    {GuardId::kFilesystem, "uuid.py", "_load_system_functions", "falls back to random numbers"},
    {GuardId::kFilesystem, "pdb.py", "__init__", "~/.pdbrc, which may be absent"},
    {GuardId::kFilesystem, "site.py", "register_readline", "a history that may be absent"},
    {GuardId::kFilesystem, "site.py", "write_history", "the next session starts without one"},
    {GuardId::kFilesystem, "mimetypes.py", "init", "known files that may be absent"},
    {GuardId::kFilesystem, "os.py", "walk", "skips what it may not list"},
    {GuardId::kSubprocess, "platform.py", "from_subprocess", "uname -p is a nicety"},
    {GuardId::kSubprocess, "platform.py", "_syscmd_file", "file(1) is a nicety"},
    {GuardId::kSubprocess, "uuid.py", "_get_command_stdout", "ifconfig and arp are hints"},
    {GuardId::kSubprocess, "uuid.py", "_find_mac_near_keyword", "ifconfig and arp are hints"},
    {GuardId::kSubprocess, "ctypes/util.py", "_findLib_gcc", "a way to find a library"},
    {GuardId::kSubprocess, "ctypes/util.py", "_findLib_ld", "a way to find a library"},
    {GuardId::kSubprocess, "ctypes/util.py", "_get_soname", "a way to find a library"},
    {GuardId::kSubprocess, "ctypes/util.py", "_findSoname_ldconfig", "a way to find a library"},
    {GuardId::kSubprocess, "webbrowser.py", "register_standard_browsers", "asks xdg-settings"},
    {GuardId::kNetwork, "socket.py", "has_dualstack_ipv6", "answers False"},
    {GuardId::kNetwork, "socket.py", "getfqdn", "takes the name as it is"},
    {GuardId::kNetwork, "uuid.py", "_load_system_functions", "falls back to random numbers"},
};

bool IsListed(GuardId guard, PyCodeObject* code) {
  for (const Probe& probe : kProbes) {
    if (probe.guard == guard && IsStdlibFunction(code, probe.file, probe.function)) return true;
  }
  return false;
}

}  // namespace

bool IsStdlibProbe(const Violation& violation) {
  for (StackFrame frame = StackFrame::Top(); frame; frame = frame.Back()) {
    if (IsListed(violation.guard, frame.code())) return true;
    if (!IsStdlibCode(frame.code())) return false;
  }
  return false;
}

}  // namespace hermetic
