// C++ values as plain Python data. Every function gives a null reference, with
// an exception set, when memory is exhausted; the appending ones pass that on.
#ifndef HERMETIC_STDLIB_OVERLAY_PLAIN_DATA_H_
#define HERMETIC_STDLIB_OVERLAY_PLAIN_DATA_H_

#include <Python.h>

#include <concepts>
#include <cstdint>
#include <string_view>

#include "guards/py_ref.h"

namespace hermetic::overlay {

// Paths may hold bytes that are no UTF-8: they come back as Python has them.
inline PyRef ToPython(std::string_view text) {
  return PyRef::Steal(
      PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "surrogateescape"));
}

inline PyRef ToPython(std::same_as<bool> auto value) {
  return PyRef::Steal(PyBool_FromLong(value));
}

inline PyRef ToPython(uint64_t number) { return PyRef::Steal(PyLong_FromUnsignedLongLong(number)); }

// None where there is nothing.
inline PyRef TextOrNone(std::string_view text) {
  return text.empty() ? PyRef::Borrow(Py_None) : ToPython(text);
}

[[nodiscard]] inline bool Append(PyObject* list, const PyRef& value) {
  return value && PyList_Append(list, value.get()) == 0;
}

[[nodiscard]] inline bool Put(PyObject* dict, std::string_view key, const PyRef& value) {
  const PyRef name = ToPython(key);
  return name && value && PyDict_SetItem(dict, name.get(), value.get()) == 0;
}

// A list of str; `Texts` is any range of what converts to std::string_view.
template <typename Texts>
PyRef TextList(const Texts& texts) {
  PyRef list = PyRef::Steal(PyList_New(0));
  for (const auto& text : texts) {
    if (!list || !Append(list.get(), ToPython(std::string_view(text)))) return {};
  }
  return list;
}

}  // namespace hermetic::overlay

#endif  // HERMETIC_STDLIB_OVERLAY_PLAIN_DATA_H_
