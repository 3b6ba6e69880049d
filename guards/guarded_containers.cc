#include "guards/guarded_containers.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "guards/py_ref.h"

namespace hermetic {
namespace {

// A container that is guarded now, and what it held after its last permitted
// change; the references keep the addresses meaningful.
struct Guarded {
  PyRef container;
  const char* what;
  MutationQuestion question;
  std::vector<PyRef> items;
};

// Those of sys: a handful. Never destroyed, since the interpreter may end first.
std::vector<Guarded>& All() {
  static auto& all = *new std::vector<Guarded>;
  return all;
}

// Null for a container that the program has made from the type of a guarded one.
Guarded* Find(PyObject* container) {
  for (Guarded& guarded : All()) {
    if (guarded.container.get() == container) return &guarded;
  }
  return nullptr;
}

// Calls `visit` with each item, keys and values alike, until it answers false.
template <typename Visit>
bool ForEachItem(PyObject* container, Visit visit) {
  if (PyList_Check(container)) {
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(container); ++i) {
      if (!visit(PyList_GET_ITEM(container, i))) return false;
    }
    return true;
  }
  PyObject* key = nullptr;
  PyObject* value = nullptr;
  Py_ssize_t position = 0;
  while (PyDict_Next(container, &position, &key, &value) != 0) {
    if (!visit(key) || !visit(value)) return false;
  }
  return true;
}

void Remember(Guarded* guarded) {
  std::vector<PyRef> items;
  items.reserve(guarded->items.size());
  ForEachItem(guarded->container.get(), [&items](PyObject* item) {
    items.push_back(PyRef::Borrow(item));
    return true;
  });
  std::swap(guarded->items, items);
}

bool MayChange(PyObject* self) {
  const Guarded* guarded = Find(self);
  return guarded == nullptr || guarded->question(guarded->what);
}

// Asks, lets list or dict do its work, and remembers the outcome.
template <typename Work>
auto Change(PyObject* self, decltype(std::declval<Work>()()) failure, Work work) {
  if (!MayChange(self)) return failure;
  const auto result = work();
  if (Guarded* guarded = Find(self)) Remember(guarded);
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

// Instances of a type that was made at run time own a reference to it.
void ExchangeType(PyObject* container, PyTypeObject* type) {
  PyTypeObject* const old = Py_TYPE(container);
  if ((type->tp_flags & Py_TPFLAGS_HEAPTYPE) != 0) Py_INCREF(type);
  Py_SET_TYPE(container, type);
  if ((old->tp_flags & Py_TPFLAGS_HEAPTYPE) != 0) Py_DECREF(old);
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
    return MakeType("hermetic.list", sizeof(PyListObject), &PyList_Type, slots);
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
    return MakeType("hermetic.dict", sizeof(PyDictObject), &PyDict_Type, slots);
  }();
  return type;
}

}  // namespace

bool GuardContainer(PyObject* container, const char* what, MutationQuestion question) {
  PyTypeObject* type = PyList_CheckExact(container) ? ListType() : DictType();
  if (type == nullptr) return false;
  All().push_back({PyRef::Borrow(container), what, question, {}});
  Remember(&All().back());
  ExchangeType(container, type);
  return true;
}

void ReleaseContainer(const char* what) {
  const auto found = std::find_if(All().begin(), All().end(),
                                  [what](const Guarded& guarded) { return guarded.what == what; });
  if (found == All().end()) return;
  // Out of the table first: dropping the references can run code of the program.
  const Guarded released = std::move(*found);
  All().erase(found);
  PyObject* const container = released.container.get();
  ExchangeType(container, PyList_Check(container) ? &PyList_Type : &PyDict_Type);
}

bool HasGuardedContainer(const char* what) {
  return std::any_of(All().begin(), All().end(),
                     [what](const Guarded& guarded) { return guarded.what == what; });
}

bool IsUntouched(PyObject* container, const char* what) {
  const Guarded* guarded = Find(container);
  if (guarded == nullptr || guarded->what != what) return false;
  auto item = guarded->items.begin();
  const bool same = ForEachItem(container, [&](PyObject* now) {
    return item != guarded->items.end() && (item++)->get() == now;
  });
  return same && item == guarded->items.end();
}

}  // namespace hermetic
