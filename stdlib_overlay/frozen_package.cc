#include <cstring>

#include "absl/types/span.h"
#include "guards/args.h"
#include "guards/py_ref.h"
#include "stdlib_overlay/frozen_modules.h"
#include "stdlib_overlay/overlay.h"

namespace hermetic::overlay {
namespace {

// Not the name to import: frozen/_hermetic.py says why.
constexpr char kModuleName[] = "_hermetic_builtin";

PyObject* InitForTable() { return InitModule(); }

}  // namespace

bool Register() {
  PyImport_FrozenModules = FrozenModules();
  return PyImport_AppendInittab(kModuleName, InitForTable) == 0;
}

bool HideBuiltinName() {
  PyObject* names = PySys_GetObject("builtin_module_names");
  if (names == nullptr || !PyTuple_Check(names)) return true;
  const PyRef shown = PyRef::Steal(PyList_New(0));
  if (!shown) return false;
  for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(names); ++i) {
    PyObject* name = PyTuple_GET_ITEM(names, i);
    if (Utf8View(name) == kModuleName) continue;
    if (PyList_Append(shown.get(), name) < 0) return false;
  }
  const PyRef tuple = PyRef::Steal(PyList_AsTuple(shown.get()));
  return tuple && PySys_SetObject("builtin_module_names", tuple.get()) == 0;
}

}  // namespace hermetic::overlay
