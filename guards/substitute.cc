#include "guards/substitute.h"

namespace hermetic {
namespace {

bool IsPositional(PyObject* args, const Substitute& substitute) {
  return substitute.index < static_cast<size_t>(PyTuple_GET_SIZE(args));
}

}  // namespace

PyRef SubstituteInTuple(PyObject* args, const Substitute& substitute) {
  if (!IsPositional(args, substitute)) return PyRef::Borrow(args);
  const Py_ssize_t size = PyTuple_GET_SIZE(args);
  PyRef copy = PyRef::Steal(PyTuple_New(size));
  if (!copy) return {};
  for (Py_ssize_t i = 0; i < size; ++i) {
    PyObject* item =
        static_cast<size_t>(i) == substitute.index ? substitute.value : PyTuple_GET_ITEM(args, i);
    PyTuple_SET_ITEM(copy.get(), i, Py_NewRef(item));
  }
  return copy;
}

PyRef SubstituteInKeywords(PyObject* args, PyObject* keywords, const Substitute& substitute) {
  if (substitute.keyword == nullptr || IsPositional(args, substitute)) {
    return PyRef::Borrow(keywords);
  }
  PyRef copy = PyRef::Steal(keywords == nullptr ? PyDict_New() : PyDict_Copy(keywords));
  if (!copy || PyDict_SetItemString(copy.get(), substitute.keyword, substitute.value) < 0) {
    return {};
  }
  return copy;
}

std::vector<PyObject*> SubstituteInVector(PyObject* const* values, size_t count, PyObject* names,
                                          const Substitute& substitute) {
  const size_t named = names == nullptr ? 0 : static_cast<size_t>(PyTuple_GET_SIZE(names));
  std::vector<PyObject*> copy(values, values + count + named);
  if (substitute.index < count) {
    copy[substitute.index] = substitute.value;
    return copy;
  }
  for (size_t i = 0; i < named; ++i) {
    PyObject* name = PyTuple_GET_ITEM(names, static_cast<Py_ssize_t>(i));
    if (PyUnicode_CompareWithASCIIString(name, substitute.keyword) == 0) {
      copy[count + i] = substitute.value;
    }
  }
  return copy;
}

}  // namespace hermetic
