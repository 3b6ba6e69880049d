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
extern "C" const hermetic::InterposedFunction __start_hermetic_interposed[];
extern "C" const hermetic::InterposedFunction __stop_hermetic_interposed[];

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
  SetInterposedFunctions(
      absl::MakeConstSpan(__start_hermetic_interposed, __stop_hermetic_interposed));
  FinishAtExit();
  return true;
}

}  // namespace
}  // namespace hermetic::overlay

PyMODINIT_FUNC PyInit__hermetic() {
  // Once: what runs under a policy may import the module again.
  [[maybe_unused]] static const bool is_set_up = hermetic::overlay::SetUp();
  return hermetic::overlay::InitModule();
}
