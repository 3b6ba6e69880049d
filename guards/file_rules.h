// The file part of a policy, compiled. Knows no Python: the kernel layer
// compiles it too.
//
// Every question is about a canonical path: absolute, without symbolic links,
// `.` and `..`, as the kernel spells it. Who asks has to find that path, and to
// see to it that what is then opened is what was asked about.
#ifndef HERMETIC_GUARDS_FILE_RULES_H_
#define HERMETIC_GUARDS_FILE_RULES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "profiles/policy.h"

namespace hermetic {

enum class FileAnswer : uint8_t {
  kAllowed,
  kReadOutsideRoot,
  kReadDenied,  // --deny-read
  kWriteDenied,
  kSystemState,  // What every policy keeps out of reach: see below.
};

enum class FileAccess : uint8_t {
  kLook,  // Existence and metadata.
  kList,  // The names in a directory.
  kRead,
  kWrite,  // Contents, metadata or the entry itself; reads nothing.
  kMove,   // Gives the file another name: rename, hard link.
};

// Paths and everything below them. Answers in time proportional to the number of
// paths; allocates nothing.
class PathSet {
 public:
  // Links in `path` are followed as far as it exists; the spelling is kept as well.
  void Add(const std::string& path);
  bool Covers(std::string_view path) const;
  // Some member is below `path`, or is `path`.
  bool HasInside(std::string_view path) const;
  bool empty() const { return paths_.empty(); }
  const std::vector<std::string>& paths() const { return paths_; }

 private:
  std::vector<std::string> paths_;
};

class FileRules {
 public:
  // Follows the links of the policy's paths as the file system has them now, those
  // of the system's as the first policy had them.
  static FileRules Compile(const Policy& policy);

  FileAnswer Decide(FileAccess access, std::string_view canonical_path) const;

  bool limits_reads() const { return has_root_ || !denied_.empty(); }
  bool limits_writes() const { return limits_writes_; }

 private:
  FileAnswer DecideRead(FileAccess access, std::string_view path) const;
  FileAnswer DecideLook(std::string_view path) const;
  FileAnswer DecideWrite(std::string_view path) const;

  bool has_root_ = false;
  bool hides_environment_ = false;
  bool limits_writes_ = false;
  PathSet readable_;  // The root and what is granted.
  PathSet writable_;
  PathSet denied_;
};

// Device files that may be written whatever the policy: they change nothing.
bool IsHarmlessDevice(std::string_view path);

// What Python, its standard library and the C library read to do their work,
// and may read under a read root as well: directories and files, of which any may
// be missing. One table for the guards and the kernel layer.
const std::vector<std::string>& SystemReadablePaths();

// What the interpreter itself reads, readable under every read root: its library
// from the beginning; its executable, the virtual environment and the directories
// of site are added before the program runs, not later.
const PathSet& ImportDirectories();
void AddImportDirectory(const std::string& directory);

// Where the program's own modules are, likewise: the directory of the script and
// others on the import path. Their code can be read there under every read root, and
// their names; data beside it cannot. The kernel layer, which tells no file from
// another, leaves them readable to native code and other programs.
const PathSet& ProgramDirectories();
void AddProgramDirectory(const std::string& directory);

// Both, as a list.
std::vector<std::string> ImportPaths();

// /proc/PID/mem and the like of any process, and what shows the environment or
// the memory layout of a process other than this one.
// Refused to readers by every policy.
bool IsProcessState(std::string_view canonical_path);

// /proc/self/environ, by its canonical path: the variables that the process was
// started with. Refused to readers by --no-environment; where that is in force
// from the start they are wiped as well, but a `with` block comes later.
bool IsOwnEnvironment(std::string_view canonical_path);

// /proc and /sys: refused to writers by every policy, as the kernel layer's base
// domain does. Reaching the own memory (/proc/self/mem) undoes every guard.
bool IsKernelState(std::string_view canonical_path);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_FILE_RULES_H_
