// The embedded CPython, brought up in the order of python3's own main(), with
// a gap after pre-initialisation where audit hooks go in.
#ifndef HERMETIC_HOST_INTERPRETER_H_
#define HERMETIC_HOST_INTERPRETER_H_

#include <string>

#include "absl/types/span.h"
#include "host/executable.h"

namespace hermetic::host {

// python3's own arguments, argv[0] first, as bytes in the locale's encoding.
using PythonArguments = absl::Span<char* const>;

// Memory allocator, locale, UTF-8 mode. Audit hooks are added after this step:
// one added before it aborts the process at exit under `-X dev`.
// Where python3 would end here (a bad PYTHONMALLOC), so does this, in its words.
void PreInitialize(PythonArguments arguments);

struct Startup {
  PythonArguments arguments;
  Executable executable;
  std::string script_name;  // sys.argv[0]; empty: the one that `arguments` give.
  // Root of a virtual environment whose packages are to be seen although the
  // executable is not in it; empty: none, or the executable's own.
  std::string venv;
};

// The interpreter's core, then `site` and with it the first user code. Where
// python3 would end here (--version, a usage error, a missing encodings
// package), so does this, in its words and with its exit code.
void Initialize(const Startup& startup);

// Runs what the arguments ask for, finalises, and gives the exit code.
[[nodiscard]] int RunMain();

}  // namespace hermetic::host

#endif  // HERMETIC_HOST_INTERPRETER_H_
