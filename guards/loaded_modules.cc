#include "guards/loaded_modules.h"

#include <Python.h>

#include "guards/python_compat.h"

namespace hermetic {
namespace {

uint64_t state = 0;
// Of sys.modules in that state; 0 is the version of none.
uint64_t version = 0;

uint64_t VersionNow() { return DictVersion(PyImport_GetModuleDict()); }

// Other keys may have methods, which could change sys.modules while we do.
bool HasPlainKeys(PyObject* dict) {
  PyObject* key = nullptr;
  PyObject* value = nullptr;
  Py_ssize_t position = 0;
  while (PyDict_Next(dict, &position, &key, &value) != 0) {
    if (!PyUnicode_CheckExact(key)) return false;
  }
  return true;
}

}  // namespace

uint64_t LoadedModules::State() {
  if (version == VersionNow()) return state;
  version = HasPlainKeys(PyImport_GetModuleDict()) ? VersionNow() : 0;
  return ++state;
}

LoadedModules::OwnChange::OwnChange() : is_known_(version == VersionNow()) {}

LoadedModules::OwnChange::~OwnChange() {
  if (is_known_) version = VersionNow();
}

}  // namespace hermetic
