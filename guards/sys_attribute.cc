#include "guards/sys_attribute.h"

namespace hermetic {
namespace {

PyObject* sys_dict = nullptr;  // Ours, as long as the process lives.

}  // namespace

PyObject* PlainItem(PyObject* dict, const char* key) {
  PyObject* name = nullptr;
  PyObject* value = nullptr;
  Py_ssize_t position = 0;
  while (PyDict_Next(dict, &position, &name, &value) != 0) {
    if (PyUnicode_CheckExact(name) && PyUnicode_CompareWithASCIIString(name, key) == 0) {
      return value;
    }
  }
  return nullptr;
}

PyObject* SysAttribute(const char* name) {
  return sys_dict == nullptr ? nullptr : PlainItem(sys_dict, name);
}

void NoteSysModule() {
  if (sys_dict != nullptr) return;
  PyObject* module = PyImport_AddModule("sys");
  if (module == nullptr) return PyErr_Clear();
  sys_dict = Py_NewRef(PyModule_GetDict(module));
}

}  // namespace hermetic
