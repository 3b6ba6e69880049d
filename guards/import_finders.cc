#include "guards/import_finders.h"

#include "guards/args.h"
#include "guards/code_identity.h"
#include "guards/py_ref.h"
#include "guards/python_compat.h"
#include "guards/sys_attribute.h"

namespace hermetic {
namespace {

constexpr char kMethod[] = "find_spec";

// The function that `method` calls: itself, or what a classmethod wraps.
PyRef FunctionOf(PyObject* method) {
  if (!Py_IS_TYPE(method, &PyClassMethod_Type)) return PyRef::Borrow(method);
  PyRef function = PyRef::Steal(PyObject_GetAttrString(method, "__func__"));
  if (!function) PyErr_Clear();
  return function;
}

// A method in C is genuine where it was defined.
bool IsGenuineFunction(PyTypeObject* type, PyObject* function) {
  if (function == nullptr) return false;
  if (Py_IS_TYPE(function, &PyMethodDescr_Type)) {
    return PyType_IsSubtype(type, reinterpret_cast<PyDescrObject*>(function)->d_type) != 0;
  }
  if (!PyFunction_Check(function)) return false;
  auto* code = reinterpret_cast<PyCodeObject*>(PyFunction_GET_CODE(function));
  return IsStdlibCode(code) || IsInstalledCode(code, "");
}

// The first definition along the type's line of ancestors.
PyRef MethodOf(PyTypeObject* type) {
  PyObject* ancestors = type->tp_mro;
  const Py_ssize_t count = ancestors == nullptr ? 0 : PyTuple_GET_SIZE(ancestors);
  for (Py_ssize_t i = 0; i < count; ++i) {
    PyObject* ancestor = PyTuple_GET_ITEM(ancestors, i);
    const PyRef dict = TypeDict(reinterpret_cast<PyTypeObject*>(ancestor));
    PyObject* method = dict ? PlainItem(dict.get(), kMethod) : nullptr;
    if (method != nullptr) return PyRef::Borrow(method);
  }
  return {};
}

// Without one an object finds nothing.
bool IsGenuineFinder(PyObject* finder) {
  auto* type = PyType_Check(finder) ? reinterpret_cast<PyTypeObject*>(finder) : Py_TYPE(finder);
  const PyRef method = MethodOf(type);
  return !method || IsGenuineFunction(type, FunctionOf(method.get()).get());
}

PyRef AttributesOf(PyObject* object) {
  if (PyType_Check(object)) return {};
  PyRef attributes = PyRef::Steal(PyObject_GenericGetDict(object, nullptr));
  if (!attributes) PyErr_Clear();
  return attributes;
}

// A relative key is looked up where the directory was at that time.
bool LooksWhereKeySays(PyObject* attributes, PyObject* key) {
  PyObject* path = PlainItem(attributes, "path");
  std::string key_storage;
  std::string path_storage;
  const auto said = FsPathView(key, &key_storage);
  if (path == nullptr || !said || !said->starts_with('/')) return true;
  return FsPathView(path, &path_storage) == said;
}

}  // namespace

bool AreGenuineFinders(PyObject* meta_path) {
  for (Py_ssize_t i = 0; i < PyList_GET_SIZE(meta_path); ++i) {
    const PyRef finder = PyRef::Borrow(PyList_GET_ITEM(meta_path, i));
    const PyRef attributes = AttributesOf(finder.get());
    if (attributes && PlainItem(attributes.get(), kMethod) != nullptr) return false;
    if (!IsGenuineFinder(finder.get())) return false;
  }
  return true;
}

bool AreGenuineImporters(PyObject* importer_cache) {
  PyObject* key = nullptr;
  PyObject* finder = nullptr;
  Py_ssize_t position = 0;
  while (PyDict_Next(importer_cache, &position, &key, &finder) != 0) {
    if (finder == Py_None) continue;
    const PyRef attributes = AttributesOf(finder);
    if (attributes && (PlainItem(attributes.get(), kMethod) != nullptr ||
                       !LooksWhereKeySays(attributes.get(), key))) {
      return false;
    }
    if (!IsGenuineFinder(finder)) return false;
  }
  return true;
}

}  // namespace hermetic
