#include "guards/guarded_containers.h"

#include <utility>
#include <vector>

namespace hermetic {
namespace {

// What the container held after its last permitted change; the references keep
// the addresses meaningful.
struct Seen {
  const char* what;
  MutationQuestion question;
  std::vector<PyRef> items;
};

struct GuardedList {
  PyListObject base;
  Seen* seen;
};
struct GuardedDict {
  PyDictObject base;
  Seen* seen;
};

PyTypeObject* ListType();
PyTypeObject* DictType();

Seen* SeenBy(PyObject* self) {
  return PyList_Check(self) ? reinterpret_cast<GuardedList*>(self)->seen
                            : reinterpret_cast<GuardedDict*>(self)->seen;
}

std::vector<PyObject*> Contents(PyObject* self) {
  std::vector<PyObject*> contents;
  if (PyList_Check(self)) {
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(self); ++i) {
      contents.push_back(PyList_GET_ITEM(self, i));
    }
    return contents;
  }
  PyObject* key = nullptr;
  PyObject* value = nullptr;
  Py_ssize_t position = 0;
  while (PyDict_Next(self, &position, &key, &value) != 0) {
    contents.push_back(key);
    contents.push_back(value);
  }
  return contents;
}

void Remember(PyObject* self) {
  std::vector<PyRef> items;
  for (PyObject* item : Contents(self)) items.push_back(PyRef::Borrow(item));
  std::swap(SeenBy(self)->items, items);
}

bool MayChange(PyObject* self) {
  const Seen* seen = SeenBy(self);
  return seen == nullptr || seen->question(seen->what);
}

// Asks, lets list or dict do its work, and remembers the outcome.
template <typename Work>
auto Change(PyObject* self, decltype(std::declval<Work>()()) failure, Work work) {
  if (!MayChange(self)) return failure;
  const auto result = work();
  if (SeenBy(self) != nullptr) Remember(self);
  return result;
}

// A method of the base class by its name; the table below makes one per name.
PyObject* ChangeByMethod(PyObject* self, PyObject* args, PyObject* keywords, const char* name) {
  return Change(self, static_cast<PyObject*>(nullptr), [&]() -> PyObject* {
    auto* base = reinterpret_cast<PyObject*>(PyList_Check(self) ? &PyList_Type : &PyDict_Type);
    const PyRef method = PyRef::Steal(PyObject_GetAttrString(base, name));
    const PyRef bound_args = PyRef::Steal(PyTuple_New(PyTuple_GET_SIZE(args) + 1));
    if (!method || !bound_args) return nullptr;
    PyTuple_SET_ITEM(bound_args.get(), 0, Py_NewRef(self));
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(args); ++i) {
      PyTuple_SET_ITEM(bound_args.get(), i + 1, Py_NewRef(PyTuple_GET_ITEM(args, i)));
    }
    return PyObject_Call(method.get(), bound_args.get(), keywords);
  });
}

template <size_t N>
struct MethodName {
  constexpr MethodName(const char (&text)[N]) {  // NOLINT(google-explicit-constructor)
    for (size_t i = 0; i < N; ++i) name[i] = text[i];
  }
  char name[N];
};

template <MethodName kMethod>
PyObject* Mutator(PyObject* self, PyObject* args, PyObject* keywords) {
  return ChangeByMethod(self, args, keywords, kMethod.name);
}

template <MethodName kMethod>
constexpr PyMethodDef Row() {
  return {kMethod.name, reinterpret_cast<PyCFunction>(reinterpret_cast<void*>(Mutator<kMethod>)),
          METH_VARARGS | METH_KEYWORDS, nullptr};
}

PyMethodDef list_methods[] = {Row<"append">(), Row<"extend">(),  Row<"insert">(),
                              Row<"pop">(),    Row<"remove">(),  Row<"clear">(),
                              Row<"sort">(),   Row<"reverse">(), {nullptr, nullptr, 0, nullptr}};
PyMethodDef dict_methods[] = {Row<"update">(), Row<"setdefault">(),
                              Row<"pop">(),    Row<"popitem">(),
                              Row<"clear">(),  {nullptr, nullptr, 0, nullptr}};

int AssignListItem(PyObject* self, PyObject* key, PyObject* value) {
  return Change(self, -1,
                [&] { return PyList_Type.tp_as_mapping->mp_ass_subscript(self, key, value); });
}

int AssignListIndex(PyObject* self, Py_ssize_t index, PyObject* value) {
  return Change(self, -1,
                [&] { return PyList_Type.tp_as_sequence->sq_ass_item(self, index, value); });
}

PyObject* ConcatenateInPlace(PyObject* self, PyObject* other) {
  return Change(self, static_cast<PyObject*>(nullptr),
                [&] { return PyList_Type.tp_as_sequence->sq_inplace_concat(self, other); });
}

PyObject* RepeatInPlace(PyObject* self, Py_ssize_t count) {
  return Change(self, static_cast<PyObject*>(nullptr),
                [&] { return PyList_Type.tp_as_sequence->sq_inplace_repeat(self, count); });
}

int InitializeList(PyObject* self, PyObject* args, PyObject* keywords) {
  return Change(self, -1, [&] { return PyList_Type.tp_init(self, args, keywords); });
}

int AssignDictItem(PyObject* self, PyObject* key, PyObject* value) {
  return Change(self, -1,
                [&] { return PyDict_Type.tp_as_mapping->mp_ass_subscript(self, key, value); });
}

PyObject* UpdateInPlace(PyObject* self, PyObject* other) {
  return Change(self, static_cast<PyObject*>(nullptr),
                [&] { return PyDict_Type.tp_as_number->nb_inplace_or(self, other); });
}

int InitializeDict(PyObject* self, PyObject* args, PyObject* keywords) {
  return Change(self, -1, [&] { return PyDict_Type.tp_init(self, args, keywords); });
}

void Deallocate(PyObject* self) {
  delete SeenBy(self);
  PyTypeObject* type = Py_TYPE(self);
  (PyList_Check(self) ? PyList_Type : PyDict_Type).tp_dealloc(self);
  Py_DECREF(type);
}

PyTypeObject* MakeType(const char* name, int size, PyTypeObject* base, PyType_Slot* slots) {
  PyType_Spec spec = {name, size, 0,
                      Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_IMMUTABLETYPE, slots};
  return reinterpret_cast<PyTypeObject*>(
      PyType_FromSpecWithBases(&spec, reinterpret_cast<PyObject*>(base)));
}

PyTypeObject* ListType() {
  static PyTypeObject* type = [] {
    PyType_Slot slots[] = {{Py_tp_init, reinterpret_cast<void*>(InitializeList)},
                           {Py_tp_dealloc, reinterpret_cast<void*>(Deallocate)},
                           {Py_tp_traverse, reinterpret_cast<void*>(PyList_Type.tp_traverse)},
                           {Py_tp_clear, reinterpret_cast<void*>(PyList_Type.tp_clear)},
                           {Py_mp_ass_subscript, reinterpret_cast<void*>(AssignListItem)},
                           {Py_sq_ass_item, reinterpret_cast<void*>(AssignListIndex)},
                           {Py_sq_inplace_concat, reinterpret_cast<void*>(ConcatenateInPlace)},
                           {Py_sq_inplace_repeat, reinterpret_cast<void*>(RepeatInPlace)},
                           {Py_tp_methods, list_methods},
                           {0, nullptr}};
    return MakeType("hermetic.list", sizeof(GuardedList), &PyList_Type, slots);
  }();
  return type;
}

PyTypeObject* DictType() {
  static PyTypeObject* type = [] {
    PyType_Slot slots[] = {{Py_tp_init, reinterpret_cast<void*>(InitializeDict)},
                           {Py_tp_dealloc, reinterpret_cast<void*>(Deallocate)},
                           {Py_tp_traverse, reinterpret_cast<void*>(PyDict_Type.tp_traverse)},
                           {Py_tp_clear, reinterpret_cast<void*>(PyDict_Type.tp_clear)},
                           {Py_mp_ass_subscript, reinterpret_cast<void*>(AssignDictItem)},
                           {Py_nb_inplace_or, reinterpret_cast<void*>(UpdateInPlace)},
                           {Py_tp_methods, dict_methods},
                           {0, nullptr}};
    return MakeType("hermetic.dict", sizeof(GuardedDict), &PyDict_Type, slots);
  }();
  return type;
}

}  // namespace

PyRef NewGuardedContainer(PyObject* original, const char* what, MutationQuestion question) {
  PyTypeObject* type = PyList_Check(original) ? ListType() : DictType();
  if (type == nullptr) return {};
  const PyRef no_args = PyRef::Steal(PyTuple_New(0));
  if (!no_args) return {};
  PyRef guarded = PyRef::Steal(type->tp_base->tp_new(type, no_args.get(), nullptr));
  if (!guarded) return {};
  const int failed = PyList_Check(original) ? PyList_SetSlice(guarded.get(), 0, 0, original)
                                            : PyDict_Update(guarded.get(), original);
  if (failed != 0) return {};
  auto* seen = new Seen{what, question, {}};
  (PyList_Check(original) ? reinterpret_cast<GuardedList*>(guarded.get())->seen
                          : reinterpret_cast<GuardedDict*>(guarded.get())->seen) = seen;
  Remember(guarded.get());
  return guarded;
}

bool IsGuardedContainer(PyObject* object) {
  return object != nullptr && (Py_IS_TYPE(object, ListType()) || Py_IS_TYPE(object, DictType()));
}

bool IsUntouched(PyObject* guarded) {
  const Seen* seen = SeenBy(guarded);
  if (seen == nullptr) return false;
  const std::vector<PyObject*> contents = Contents(guarded);
  if (contents.size() != seen->items.size()) return false;
  for (size_t i = 0; i < contents.size(); ++i) {
    if (contents[i] != seen->items[i].get()) return false;
  }
  return true;
}

}  // namespace hermetic
