#include "guards/guarded_environment.h"

#include <set>
#include <string>
#include <utility>

namespace hermetic {
namespace {

struct Mapping {
  PyObject_HEAD EnvironmentQuestion question;
  PyObject* original;
  // Exact bytes to exact bytes, and known to nobody: the garbage collector has no
  // list with it. Null while the original has the contents.
  PyObject* contents;
  // Names, since the contents were taken.
  std::set<std::string, std::less<>>* written;
};

Mapping* Self(PyObject* self) { return reinterpret_cast<Mapping*>(self); }

PyObject* Contents(PyObject* self) {
  return Self(self)->contents == nullptr ? Self(self)->original : Self(self)->contents;
}

std::string_view TextOf(PyObject* bytes) {
  return {PyBytes_AS_STRING(bytes), static_cast<size_t>(PyBytes_GET_SIZE(bytes))};
}

// A subclass's own notion of equality must not get to see the names.
PyRef ExactBytes(PyObject* bytes) {
  if (PyBytes_CheckExact(bytes)) return PyRef::Borrow(bytes);
  return PyRef::Steal(PyBytes_FromStringAndSize(PyBytes_AS_STRING(bytes), PyBytes_GET_SIZE(bytes)));
}

// What hides is of before; a value that this process wrote is no secret to it.
EnvironmentAnswer Ask(PyObject* self, std::string_view name) {
  const EnvironmentAnswer answer = Self(self)->question(name);
  const bool is_shown = answer == EnvironmentAnswer::kHide && Self(self)->written->contains(name);
  return is_shown ? EnvironmentAnswer::kShow : answer;
}

// New reference; null with KeyError or the refusal set.
PyObject* Subscript(PyObject* self, PyObject* key) {
  if (PyBytes_Check(key)) {
    const PyRef name = ExactBytes(key);
    if (!name) return nullptr;
    const EnvironmentAnswer answer = Ask(self, TextOf(name.get()));
    if (answer == EnvironmentAnswer::kRefuse) return nullptr;
    PyObject* found = PyDict_GetItemWithError(Contents(self), name.get());
    if (answer == EnvironmentAnswer::kShow && found != nullptr) return Py_NewRef(found);
    if (PyErr_Occurred() != nullptr) return nullptr;
  }
  PyErr_SetObject(PyExc_KeyError, key);
  return nullptr;
}

// The write itself was decided at os.putenv or os.unsetenv, which come first;
// posix.environ can be written to without them, to no effect on any process.
int AssignSubscript(PyObject* self, PyObject* key, PyObject* value) {
  if (!PyBytes_Check(key) || (value != nullptr && !PyBytes_Check(value))) {
    PyErr_SetString(PyExc_TypeError, "bytes expected");
    return -1;
  }
  const PyRef name = ExactBytes(key);
  const PyRef text = value == nullptr ? PyRef() : ExactBytes(value);
  if (!name || (value != nullptr && !text)) return -1;
  if (!text) return PyDict_DelItem(Contents(self), name.get());
  Self(self)->written->emplace(TextOf(name.get()));
  return PyDict_SetItem(Contents(self), name.get(), text.get());
}

// The names that may be seen, as a list; null with the refusal set.
PyObject* Names(PyObject* self, PyObject* /*unused*/) {
  if (Self(self)->question("") == EnvironmentAnswer::kRefuse) return nullptr;
  PyRef names = PyRef::Steal(PyList_New(0));
  if (!names) return nullptr;
  PyObject* key = nullptr;
  PyObject* value = nullptr;
  Py_ssize_t position = 0;
  while (PyDict_Next(Contents(self), &position, &key, &value) != 0) {
    const PyRef name = PyRef::Borrow(key);  // A refusal runs code of the program.
    const EnvironmentAnswer answer =
        PyBytes_Check(key) ? Ask(self, TextOf(key)) : EnvironmentAnswer::kHide;
    if (answer == EnvironmentAnswer::kRefuse) return nullptr;
    if (answer == EnvironmentAnswer::kHide) continue;
    if (PyList_Append(names.get(), name.get()) < 0) return nullptr;
  }
  return names.Release();
}

PyObject* Iterate(PyObject* self) {
  const PyRef names = PyRef::Steal(Names(self, nullptr));
  return names ? PyObject_GetIter(names.get()) : nullptr;
}

Py_ssize_t Length(PyObject* self) {
  const PyRef names = PyRef::Steal(Names(self, nullptr));
  return names ? PyList_GET_SIZE(names.get()) : -1;
}

int Contains(PyObject* self, PyObject* key) {
  const PyRef value = PyRef::Steal(Subscript(self, key));
  if (value) return 1;
  if (PyErr_ExceptionMatches(PyExc_KeyError) == 0) return -1;
  PyErr_Clear();
  return 0;
}

PyObject* Get(PyObject* self, PyObject* args) {
  PyObject* key = nullptr;
  PyObject* fallback = Py_None;
  if (PyArg_ParseTuple(args, "O|O:get", &key, &fallback) == 0) return nullptr;
  PyObject* value = Subscript(self, key);
  if (value != nullptr || PyErr_ExceptionMatches(PyExc_KeyError) == 0) return value;
  PyErr_Clear();
  return Py_NewRef(fallback);
}

PyObject* Copy(PyObject* self, PyObject* /*unused*/) {
  const PyRef names = PyRef::Steal(Names(self, nullptr));
  PyRef copy = PyRef::Steal(PyDict_New());
  if (!names || !copy) return nullptr;
  for (Py_ssize_t i = 0; i < PyList_GET_SIZE(names.get()); ++i) {
    PyObject* key = PyList_GET_ITEM(names.get(), i);
    const PyRef value = PyRef::Steal(Subscript(self, key));
    if (!value || PyDict_SetItem(copy.get(), key, value.get()) < 0) return nullptr;
  }
  return copy.Release();
}

// What the modules copy and pickle go by: the copy is a plain dict.
PyObject* Reduce(PyObject* self, PyObject* /*protocol*/) {
  const PyRef copy = PyRef::Steal(Copy(self, nullptr));
  return copy ? Py_BuildValue("(O(O))", &PyDict_Type, copy.get()) : nullptr;
}

PyObject* Items(PyObject* self, PyObject* /*unused*/) {
  const PyRef copy = PyRef::Steal(Copy(self, nullptr));
  return copy ? PyDict_Items(copy.get()) : nullptr;
}

PyObject* Values(PyObject* self, PyObject* /*unused*/) {
  const PyRef copy = PyRef::Steal(Copy(self, nullptr));
  return copy ? PyDict_Values(copy.get()) : nullptr;
}

PyObject* Represent(PyObject* self) {
  const PyRef copy = PyRef::Steal(Copy(self, nullptr));
  return copy ? PyObject_Repr(copy.get()) : nullptr;
}

void Deallocate(PyObject* self) {
  PyTypeObject* type = Py_TYPE(self);
  Py_XDECREF(Self(self)->contents);
  Py_XDECREF(Self(self)->original);
  delete Self(self)->written;
  type->tp_free(self);
  Py_DECREF(type);
}

PyMethodDef methods[] = {
    {"get", Get, METH_VARARGS, nullptr},      {"keys", Names, METH_NOARGS, nullptr},
    {"values", Values, METH_NOARGS, nullptr}, {"items", Items, METH_NOARGS, nullptr},
    {"copy", Copy, METH_NOARGS, nullptr},     {"__reduce_ex__", Reduce, METH_O, nullptr},
    {nullptr, nullptr, 0, nullptr},
};

// No traversal: the garbage collector has nothing to show.
PyTypeObject* MappingType() {
  static PyTypeObject* type = [] {
    PyType_Slot slots[] = {
        {Py_tp_dealloc, reinterpret_cast<void*>(Deallocate)},
        {Py_tp_repr, reinterpret_cast<void*>(Represent)},
        {Py_tp_iter, reinterpret_cast<void*>(Iterate)},
        {Py_mp_subscript, reinterpret_cast<void*>(Subscript)},
        {Py_mp_ass_subscript, reinterpret_cast<void*>(AssignSubscript)},
        {Py_mp_length, reinterpret_cast<void*>(Length)},
        {Py_sq_contains, reinterpret_cast<void*>(Contains)},
        {Py_tp_methods, methods},
        {0, nullptr},
    };
    PyType_Spec spec = {"hermetic.environment", sizeof(Mapping), 0,
                        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_IMMUTABLETYPE |
                            Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_MAPPING,
                        slots};
    return reinterpret_cast<PyTypeObject*>(PyType_FromSpec(&spec));
  }();
  return type;
}

// What is no text, a program has put there itself; it stays behind.
PyRef CopyOfText(PyObject* dict) {
  bool is_plain = true;
  PyObject* key = nullptr;
  PyObject* value = nullptr;
  for (Py_ssize_t position = 0; PyDict_Next(dict, &position, &key, &value) != 0;) {
    is_plain &= PyBytes_CheckExact(key) && PyBytes_CheckExact(value);
  }
  if (is_plain) return PyRef::Steal(PyDict_Copy(dict));  // Much faster than one by one.
  PyRef copy = PyRef::Steal(PyDict_New());
  for (Py_ssize_t position = 0; copy && PyDict_Next(dict, &position, &key, &value) != 0;) {
    if (!PyBytes_Check(key) || !PyBytes_Check(value)) continue;
    const PyRef name = ExactBytes(key);
    const PyRef text = ExactBytes(value);
    if (!name || !text || PyDict_SetItem(copy.get(), name.get(), text.get()) < 0) return {};
  }
  return copy;
}

}  // namespace

PyRef NewGuardedEnvironment(PyObject* original, EnvironmentQuestion question) {
  PyTypeObject* type = MappingType();
  if (type == nullptr) return {};
  PyRef mapping = PyRef::Steal(type->tp_alloc(type, 0));
  if (!mapping) return {};
  Self(mapping.get())->question = question;
  Self(mapping.get())->written = new std::set<std::string, std::less<>>;
  Self(mapping.get())->original = Py_NewRef(original);
  return mapping;
}

bool IsGuardedEnvironment(PyObject* object) { return Py_IS_TYPE(object, MappingType()); }

PyObject* OriginalEnvironment(PyObject* mapping) { return Self(mapping)->original; }

bool TakeContents(PyObject* mapping) {
  if (Self(mapping)->contents != nullptr) return true;
  PyRef contents = CopyOfText(Self(mapping)->original);
  if (!contents) return false;
  PyObject_GC_UnTrack(contents.get());
  Self(mapping)->contents = contents.Release();
  Self(mapping)->written->clear();
  PyDict_Clear(Self(mapping)->original);
  return true;
}

bool GiveContentsBack(PyObject* mapping) {
  const PyRef contents = PyRef::Steal(std::exchange(Self(mapping)->contents, nullptr));
  if (!contents) return true;
  PyDict_Clear(Self(mapping)->original);
  return PyDict_Update(Self(mapping)->original, contents.get()) == 0;
}

}  // namespace hermetic
