#include "guards/sys_attribute.h"

#include <cstring>
#include <map>
#include <string_view>

namespace hermetic {
namespace {

PyObject* sys_dict = nullptr;  // Ours, as long as the process lives.

// By name: where in the dictionary it was found last. Entries keep their places,
// and a walk through all of sys for each import would cost more than the import.
std::map<std::string_view, Py_ssize_t>& Places() {
  static auto& places = *new std::map<std::string_view, Py_ssize_t>;
  return places;
}

// Most keys differ in length: this is much of what an import costs under guard.
bool Says(PyObject* name, std::string_view key) {
  return PyUnicode_CheckExact(name) &&
         static_cast<size_t>(PyUnicode_GET_LENGTH(name)) == key.size() &&
         PyUnicode_IS_ASCII(name) &&
         std::memcmp(PyUnicode_1BYTE_DATA(name), key.data(), key.size()) == 0;
}

// Walks from `*position`, and leaves there where it found the key.
PyObject* FindFrom(PyObject* dict, std::string_view key, Py_ssize_t* position) {
  PyObject* name = nullptr;
  PyObject* value = nullptr;
  for (Py_ssize_t next = *position; PyDict_Next(dict, &next, &name, &value) != 0;
       *position = next) {
    if (Says(name, key)) return value;
  }
  return nullptr;
}

}  // namespace

PyObject* PlainItem(PyObject* dict, const char* key) {
  Py_ssize_t position = 0;
  return FindFrom(dict, key, &position);
}

PyObject* SysAttribute(const char* name) {
  if (sys_dict == nullptr) return nullptr;
  Py_ssize_t& place = Places()[name];
  PyObject* value = FindFrom(sys_dict, name, &place);
  if (value != nullptr) return value;
  place = 0;
  return FindFrom(sys_dict, name, &place);
}

void NoteSysModule() {
  if (sys_dict != nullptr) return;
  PyObject* module = PyImport_AddModule("sys");
  if (module == nullptr) return PyErr_Clear();
  sys_dict = Py_NewRef(PyModule_GetDict(module));
}

}  // namespace hermetic
