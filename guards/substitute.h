// The arguments of a call with one of them exchanged.
#ifndef HERMETIC_GUARDS_SUBSTITUTE_H_
#define HERMETIC_GUARDS_SUBSTITUTE_H_

#include <Python.h>

#include <cstddef>
#include <vector>

#include "guards/py_ref.h"

namespace hermetic {

// The argument at `index`, or the one passed by `keyword` (null where the
// function knows no keywords), as Args::Get finds it. One that was not passed is
// added by keyword, where arguments come in a dict. All borrowed.
struct Substitute {
  size_t index;
  const char* keyword;
  PyObject* value;
};

// `args` is a tuple; `keywords` a dict or null. Of the two, the one that has the
// argument is copied. Null, with an exception set, when memory is exhausted.
PyRef SubstituteInTuple(PyObject* args, const Substitute& substitute);
PyRef SubstituteInKeywords(PyObject* args, PyObject* keywords, const Substitute& substitute);

// `names` is vectorcall's tuple or null. The vector borrows.
std::vector<PyObject*> SubstituteInVector(PyObject* const* values, size_t count, PyObject* names,
                                          const Substitute& substitute);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_SUBSTITUTE_H_
