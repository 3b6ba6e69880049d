#include "stdlib_overlay/distribution_finder.h"

#include <Python.h>

#include "guards/py_ref.h"

namespace hermetic::overlay {
namespace {

PyObject* FindSpec(PyObject* /*self*/, PyObject* /*args*/, PyObject* /*keywords*/) noexcept {
  Py_RETURN_NONE;
}

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

PyMethodDef methods[] = {
    {"find_spec", AsPyCFunction(FindSpec), METH_VARARGS | METH_KEYWORDS, nullptr},
    {"find_distributions", AsPyCFunction(FindDistributions), METH_VARARGS | METH_KEYWORDS, nullptr},
    {nullptr, nullptr, 0, nullptr},
};

PyType_Slot slots[] = {
    {Py_tp_doc, const_cast<char*>("Tells importlib.metadata of the package hermetic.")},
    {Py_tp_methods, methods},
    {0, nullptr},
};

PyType_Spec spec = {"hermetic.DistributionFinder", sizeof(PyObject), 0,
                    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_IMMUTABLETYPE, slots};

}  // namespace

void OfferDistribution() {
  PyObject* finders = PySys_GetObject("meta_path");
  if (finders == nullptr || !PyList_Check(finders)) return;
  const PyRef type = PyRef::Steal(PyType_FromSpec(&spec));
  const PyRef finder = type ? PyRef::Steal(PyObject_CallNoArgs(type.get())) : PyRef();
  if (!finder || PyList_Append(finders, finder.get()) < 0) PyErr_Clear();
}

}  // namespace hermetic::overlay
