// `_hermetic` as a module that any CPython loads. The guards are those of the
// executable; what differs is that the process has been running for a while.
#include <Python.h>

#include <optional>
#include <string>

#include "guards/args.h"
#include "guards/call_redirection.h"
#include "guards/guards.h"
#include "guards/import_rules.h"
#include "stdlib_overlay/overlay.h"

// The table that HERMETIC_INTERPOSED_ROW fills: the linker names a section's ends.
extern const hermetic::InterposedFunction kFirstInterposed[] __asm__("__start_hermetic_interposed");
extern const hermetic::InterposedFunction kEndOfInterposed[] __asm__("__stop_hermetic_interposed");

namespace hermetic::overlay {
namespace {

// The wheel may have been built elsewhere.
void FindStdlib() {
  PyObject* directory = PySys_GetObject("_stdlib_dir");
  std::string storage;
  const auto path = directory != nullptr ? FsPathView(directory, &storage) : std::nullopt;
  if (path) SetInterpreterStdlib(std::string(*path));
}

bool SetUp() {
  FindStdlib();
  SetInterposedFunctions(absl::MakeConstSpan(kFirstInterposed, kEndOfInterposed));
  FinishAtExit();
  return true;
}

}  // namespace
}  // namespace hermetic::overlay

// NOLINTNEXTLINE(bugprone-reserved-identifier): CPython gives the name.
PyMODINIT_FUNC PyInit__hermetic() {
  // Once: what runs under a policy may import the module again.
  [[maybe_unused]] static const bool is_set_up = hermetic::overlay::SetUp();
  return hermetic::overlay::InitModule();
}
