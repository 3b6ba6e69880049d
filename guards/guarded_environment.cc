#include "guards/guarded_environment.h"

#include <new>
#include <optional>
#include <set>
#include <utility>

namespace hermetic {
namespace {

struct Variables {
  EnvironmentStore data;
  std::set<std::string, std::less<>> written;  // Since the mapping was made.
};

struct Mapping {
  PyObject_HEAD Variables* variables;
  EnvironmentQuestion question;
};

Mapping* Self(PyObject* self) { return reinterpret_cast<Mapping*>(self); }

Variables& VariablesOf(PyObject* self) { return *Self(self)->variables; }

PyObject* Bytes(const std::string& text) {
  return PyBytes_FromStringAndSize(text.data(), static_cast<Py_ssize_t>(text.size()));
}

std::optional<std::string_view> KeyOf(PyObject* key) {
  if (!PyBytes_Check(key)) return std::nullopt;
  return std::string_view(PyBytes_AS_STRING(key), static_cast<size_t>(PyBytes_GET_SIZE(key)));
}

// What hides is of before; a value that this process wrote is no secret to it.
EnvironmentAnswer Ask(PyObject* self, std::string_view name) {
  const EnvironmentAnswer answer = Self(self)->question(name);
  const bool is_shown =
      answer == EnvironmentAnswer::kHide && VariablesOf(self).written.contains(name);
  return is_shown ? EnvironmentAnswer::kShow : answer;
}

// New reference; null with KeyError or the refusal set.
PyObject* Subscript(PyObject* self, PyObject* key) {
  const auto name = KeyOf(key);
  if (name) {
    const EnvironmentAnswer answer = Ask(self, *name);
    if (answer == EnvironmentAnswer::kRefuse) return nullptr;
    const EnvironmentStore& data = VariablesOf(self).data;
    const auto found = data.find(*name);
    if (answer == EnvironmentAnswer::kShow && found != data.end()) return Bytes(found->second);
  }
  PyErr_SetObject(PyExc_KeyError, key);
  return nullptr;
}

// The write itself was decided at os.putenv or os.unsetenv, which come first;
// posix.environ can be written to without them, to no effect on any process.
int AssignSubscript(PyObject* self, PyObject* key, PyObject* value) {
  const auto name = KeyOf(key);
  if (!name || (value != nullptr && !PyBytes_Check(value))) {
    PyErr_SetString(PyExc_TypeError, "bytes expected");
    return -1;
  }
  Variables& variables = VariablesOf(self);
  if (value != nullptr) {
    variables.data[std::string(*name)] =
        std::string(PyBytes_AS_STRING(value), static_cast<size_t>(PyBytes_GET_SIZE(value)));
    variables.written.emplace(*name);
    return 0;
  }
  const auto found = variables.data.find(*name);
  if (found == variables.data.end()) {
    PyErr_SetObject(PyExc_KeyError, key);
    return -1;
  }
  variables.data.erase(found);
  return 0;
}

// The names that may be seen, as a list; null with the refusal set.
PyObject* Names(PyObject* self, PyObject* /*unused*/) {
  if (Self(self)->question("") == EnvironmentAnswer::kRefuse) return nullptr;
  PyRef names = PyRef::Steal(PyList_New(0));
  if (!names) return nullptr;
  for (const auto& [name, value] : VariablesOf(self).data) {
    const EnvironmentAnswer answer = Ask(self, name);
    if (answer == EnvironmentAnswer::kRefuse) return nullptr;
    if (answer == EnvironmentAnswer::kHide) continue;
    const PyRef key = PyRef::Steal(Bytes(name));
    if (!key || PyList_Append(names.get(), key.get()) < 0) return nullptr;
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
  delete Self(self)->variables;
  type->tp_free(self);
  Py_DECREF(type);
}

PyMethodDef methods[] = {
    {"get", Get, METH_VARARGS, nullptr},      {"keys", Names, METH_NOARGS, nullptr},
    {"values", Values, METH_NOARGS, nullptr}, {"items", Items, METH_NOARGS, nullptr},
    {"copy", Copy, METH_NOARGS, nullptr},     {nullptr, nullptr, 0, nullptr},
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

}  // namespace

PyRef NewGuardedEnvironment(EnvironmentStore data, EnvironmentQuestion question) {
  PyTypeObject* type = MappingType();
  if (type == nullptr) return {};
  PyRef mapping = PyRef::Steal(type->tp_alloc(type, 0));
  if (!mapping) return {};
  Self(mapping.get())->variables = new Variables{std::move(data), {}};
  Self(mapping.get())->question = question;
  return mapping;
}

const EnvironmentStore* GuardedEnvironmentData(PyObject* mapping) {
  return mapping != nullptr && Py_IS_TYPE(mapping, MappingType()) ? &VariablesOf(mapping).data
                                                                  : nullptr;
}

}  // namespace hermetic
