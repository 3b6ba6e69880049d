// What the user meant by TARGET. This room (resolver/) finds out by reading
// files and metadata; it runs nothing, imports nothing and knows no Python
// object. It may depend on profiles/, never on guards/ or host/.
#ifndef HERMETIC_RESOLVER_TARGET_H_
#define HERMETIC_RESOLVER_TARGET_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace hermetic::resolver {

enum class TargetKind : uint8_t {
  kScript,      // Source or .pyc at `path`, as `python3 path`.
  kDirectory,   // Directory with a __main__.py.
  kZip,         // Archive with a __main__.py, whatever stands before it.
  kModule,      // `python3 -m module`. Whether it exists is for the import system to say.
  kAttribute,   // module:attr: called if callable, else the module is run.
  kEntryPoint,  // module:attr of a console script without a file of its own.
  kForeign,     // Script of another Python: `interpreter` has to run `path`.
  kCommand,     // `python3 -c`
  kInput,       // Standard input: a program, or the user at a terminal.
};

// What --print-target calls it.
const char* KindName(TargetKind kind);

struct Target {
  TargetKind kind = TargetKind::kScript;
  std::string name;    // As the user wrote it.
  std::string path;    // The file. kEntryPoint: where its script would lie, for sys.argv[0].
  std::string module;  // kModule, kAttribute, kEntryPoint.
  std::string attr;    // kAttribute, kEntryPoint; dotted.

  // From the script's first line; `assignments` are for the environment.
  std::string interpreter;
  std::string interpreter_version;  // "3.12"; empty if unknown.
  std::vector<std::string> interpreter_arguments;
  std::vector<std::pair<std::string, std::string>> assignments;

  // Root of the virtual environment to run in; empty: what argv[0] leads to.
  // kForeign: the one that its interpreter finds by itself.
  std::string venv;

  std::string why;                    // Half a sentence for --print-target.
  std::vector<std::string> searched;  // Where the name was looked for, in order.
};

}  // namespace hermetic::resolver

#endif  // HERMETIC_RESOLVER_TARGET_H_
