#include "stdlib_overlay/distribution_finder.h"

#include <Python.h>

#include "guards/py_ref.h"

namespace hermetic::overlay {
namespace {

// (context=None) -> an iterable of importlib.metadata.Distribution
PyObject* FindDistributions(PyObject* /*self*/, PyObject* args, PyObject* keywords) noexcept {
  const PyRef module = PyRef::Steal(PyImport_ImportModule("hermetic._distribution"));
  if (!module) return nullptr;
  const PyRef find = PyRef::Steal(PyObject_GetAttrString(module.get(), "find_distributions"));
  return find ? PyObject_Call(find.get(), args, keywords) : nullptr;
}

PyCFunction AsPyCFunction(PyObject* (*function)(PyObject*, PyObject*, PyObject*) noexcept) {
  return reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(function));
}

PyMethodDef find_distributions = {"find_distributions", AsPyCFunction(FindDistributions),
                                  METH_VARARGS | METH_KEYWORDS, nullptr};

}  // namespace

void OfferDistribution() {
  const PyRef bootstrap = PyRef::Steal(PyImport_ImportModule("_frozen_importlib"));
  const PyRef importer =
      bootstrap ? PyRef::Steal(PyObject_GetAttrString(bootstrap.get(), "FrozenImporter")) : PyRef();
  const PyRef find = PyRef::Steal(PyCFunction_New(&find_distributions, nullptr));
  if (!importer || !find ||
      PyObject_SetAttrString(importer.get(), find_distributions.ml_name, find.get()) < 0) {
    PyErr_Clear();
  }
}

}  // namespace hermetic::overlay
