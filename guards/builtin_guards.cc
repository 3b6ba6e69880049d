#include "guards/builtin_guards.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <unordered_map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "guards/enforcement.h"
#include "guards/guard.h"
#include "guards/host_activity.h"
#include "guards/loaded_modules.h"
#include "guards/python_compat.h"
#include "guards/substitute.h"

namespace hermetic {
namespace {

// One place per guarded PyMethodDef or type slot of the process. Aliases have
// a definition each, so there are more places than rows in the guards' tables.
constexpr size_t kMaxPlaces = 320;

struct Place {
  const GuardedBuiltin* builtin;
  GuardMask when;
  const void* slot;  // What was exchanged: a definition, or a slot of a type.
  void* original;
};

std::array<Place, kMaxPlaces> places;
size_t place_count = 0;

// `call` calls the builtin with the arguments as they came, or with one of them
// exchanged if its own argument is not null.
template <typename CallOriginal>
PyObject* Answer(const Place& place, const Args& args, CallOriginal call) {
  const ActivePolicy& active = ActivePolicy::Get();
  if (place.builtin->around != nullptr) {
    struct Call final : GuardedCall {
      Call(const Args& args_in, CallOriginal& call_in) : args_(args_in), call_(call_in) {}
      const Args& args() const override { return args_; }
      PyObject* Original() const override { return call_(nullptr); }
      PyObject* OriginalWith(const Substitute& substitute) const override {
        return call_(&substitute);
      }
      const Args& args_;
      CallOriginal& call_;
    };
    return place.builtin->around(active, Call(args, call));
  }
  Verdict verdict = kAllowed;
  {
    const OwnFiles ours;  // Guards look at files themselves.
    verdict = place.builtin->check(active, args);
  }
  if (verdict != kAllowed && Enforce(std::move(verdict)) < 0) return nullptr;
  return call(nullptr);
}

bool IsIdle(const Place& place) {
  return (place.when & ActivePolicy::Mask()) == 0 || HostActivity::IsOn();
}

Args TupleArgs(PyObject* self, PyObject* args, PyObject* keywords) {
  if (args == nullptr) return {self, nullptr, 0, nullptr, keywords};
  return {self, reinterpret_cast<PyTupleObject*>(args)->ob_item,
          static_cast<size_t>(PyTuple_GET_SIZE(args)), nullptr, keywords};
}

using FastFunction = PyObject* (*)(PyObject*, PyObject* const*, Py_ssize_t);
using FastKeywordsFunction = PyObject* (*)(PyObject*, PyObject* const*, Py_ssize_t, PyObject*);

// For conventions with a tuple and a dict, and for those with a vector.
template <typename Call>
PyObject* WithTuple(PyObject* args, PyObject* keywords, const Substitute* substitute, Call call) {
  if (substitute == nullptr) return call(args, keywords);
  const PyRef new_args = SubstituteInTuple(args, *substitute);
  const PyRef new_keywords = SubstituteInKeywords(args, keywords, *substitute);
  if (PyErr_Occurred() != nullptr) return nullptr;
  return call(new_args.get(), new_keywords.get());
}

template <typename Call>
PyObject* WithVector(PyObject* const* args, size_t count, PyObject* names,
                     const Substitute* substitute, Call call) {
  if (substitute == nullptr) return call(args);
  return call(SubstituteInVector(args, count, names, *substitute).data());
}

// One function per calling convention, called with the place...
[[gnu::noinline]] PyObject* CallNoArgsOrOne(const Place& place, PyObject* self, PyObject* arg) {
  const auto call = [&](const Substitute* substitute) {
    return reinterpret_cast<PyCFunction>(place.original)(
        self, substitute == nullptr ? arg : substitute->value);
  };
  if (IsIdle(place)) return call(nullptr);
  return Answer(place, {self, &arg, arg == nullptr ? size_t{0} : size_t{1}, nullptr, nullptr},
                call);
}

[[gnu::noinline]] PyObject* CallVarArgs(const Place& place, PyObject* self, PyObject* args) {
  const auto call = [&](const Substitute* substitute) {
    return WithTuple(args, nullptr, substitute, [&](PyObject* values, PyObject* /*named*/) {
      return reinterpret_cast<PyCFunction>(place.original)(self, values);
    });
  };
  if (IsIdle(place)) return call(nullptr);
  return Answer(place, TupleArgs(self, args, nullptr), call);
}

[[gnu::noinline]] PyObject* CallVarArgsKeywords(const Place& place, PyObject* self, PyObject* args,
                                                PyObject* keywords) {
  const auto call = [&](const Substitute* substitute) {
    return WithTuple(args, keywords, substitute, [&](PyObject* values, PyObject* named) {
      return reinterpret_cast<PyCFunctionWithKeywords>(place.original)(self, values, named);
    });
  };
  if (IsIdle(place)) return call(nullptr);
  return Answer(place, TupleArgs(self, args, keywords), call);
}

[[gnu::noinline]] PyObject* CallFast(const Place& place, PyObject* self, PyObject* const* args,
                                     Py_ssize_t count) {
  const auto call = [&](const Substitute* substitute) {
    const auto size = static_cast<size_t>(count);
    return WithVector(args, size, nullptr, substitute, [&](PyObject* const* values) {
      return reinterpret_cast<FastFunction>(place.original)(self, values, count);
    });
  };
  if (IsIdle(place)) return call(nullptr);
  return Answer(place, {self, args, static_cast<size_t>(count), nullptr, nullptr}, call);
}

[[gnu::noinline]] PyObject* CallFastKeywords(const Place& place, PyObject* self,
                                             PyObject* const* args, Py_ssize_t count,
                                             PyObject* names) {
  const auto call = [&](const Substitute* substitute) {
    const auto size = static_cast<size_t>(count);
    return WithVector(args, size, names, substitute, [&](PyObject* const* values) {
      return reinterpret_cast<FastKeywordsFunction>(place.original)(self, values, count, names);
    });
  };
  if (IsIdle(place)) return call(nullptr);
  return Answer(place, {self, args, static_cast<size_t>(count), names, nullptr}, call);
}

[[gnu::noinline]] PyObject* CallMethod(const Place& place, PyObject* self, PyTypeObject* type,
                                       PyObject* const* args, size_t count, PyObject* names) {
  const auto call = [&](const Substitute* substitute) {
    return WithVector(args, count, names, substitute, [&](PyObject* const* values) {
      return reinterpret_cast<PyCMethod>(place.original)(self, type, values, count, names);
    });
  };
  if (IsIdle(place)) return call(nullptr);
  return Answer(place, {self, args, count, names, nullptr}, call);
}

[[gnu::noinline]] PyObject* CallNew(const Place& place, PyTypeObject* type, PyObject* args,
                                    PyObject* keywords) {
  const auto call = [&](const Substitute* substitute) {
    return WithTuple(args, keywords, substitute, [&](PyObject* values, PyObject* named) {
      return reinterpret_cast<newfunc>(place.original)(type, values, named);
    });
  };
  if (IsIdle(place)) return call(nullptr);
  return Answer(place, TupleArgs(reinterpret_cast<PyObject*>(type), args, keywords), call);
}

[[gnu::noinline]] int CallInit(const Place& place, PyObject* self, PyObject* args,
                               PyObject* keywords) {
  const auto original = reinterpret_cast<initproc>(place.original);
  if (IsIdle(place)) return original(self, args, keywords);
  const auto call = [&](const Substitute* substitute) {
    return WithTuple(args, keywords, substitute, [&](PyObject* values, PyObject* named) {
      return original(self, values, named) < 0 ? nullptr : Py_NewRef(Py_None);
    });
  };
  return PyRef::Steal(Answer(place, TupleArgs(self, args, keywords), call)) ? 0 : -1;
}

[[gnu::noinline]] PyObject* CallAlloc(const Place& place, PyTypeObject* type, Py_ssize_t count) {
  const auto call = [&](const Substitute* /*substitute*/) {
    return reinterpret_cast<allocfunc>(place.original)(type, count);
  };
  if (IsIdle(place)) return call(nullptr);
  return Answer(place, {reinterpret_cast<PyObject*>(type), nullptr, 0, nullptr, nullptr}, call);
}

// ... and a family of entries to it, one per place, since CPython does not tell
// a C function by which definition it was called.
template <auto kCall, typename... Arguments>
struct Family {
  using Result = decltype(kCall(places[0], std::declval<Arguments>()...));
  template <size_t N>
  static Result Entry(Arguments... arguments) {
    return kCall(places[N], arguments...);
  }
  template <size_t... N>
  static constexpr auto Entries(std::index_sequence<N...>) {
    return std::array<Result (*)(Arguments...), sizeof...(N)>{Entry<N>...};
  }
  static void* At(size_t place) {
    static constexpr auto kEntries = Entries(std::make_index_sequence<kMaxPlaces>());
    return reinterpret_cast<void*>(kEntries[place]);
  }
};

using NoArgsOrOne = Family<CallNoArgsOrOne, PyObject*, PyObject*>;
using VarArgs = Family<CallVarArgs, PyObject*, PyObject*>;
using VarArgsKeywords = Family<CallVarArgsKeywords, PyObject*, PyObject*, PyObject*>;
using Fast = Family<CallFast, PyObject*, PyObject* const*, Py_ssize_t>;
using FastKeywords = Family<CallFastKeywords, PyObject*, PyObject* const*, Py_ssize_t, PyObject*>;
using Method = Family<CallMethod, PyObject*, PyTypeObject*, PyObject* const*, size_t, PyObject*>;
using New = Family<CallNew, PyTypeObject*, PyObject*, PyObject*>;
using Alloc = Family<CallAlloc, PyTypeObject*, Py_ssize_t>;
using Init = Family<CallInit, PyObject*, PyObject*, PyObject*>;

// Null for a convention that is not in the C API's documentation.
void* ReplacementFor(const PyMethodDef& definition, size_t place) {
  switch (definition.ml_flags & ~(METH_CLASS | METH_STATIC | METH_COEXIST)) {
    case METH_NOARGS:
    case METH_O:
      return NoArgsOrOne::At(place);
    case METH_VARARGS:
      return VarArgs::At(place);
    case METH_VARARGS | METH_KEYWORDS:
      return VarArgsKeywords::At(place);
    case METH_FASTCALL:
      return Fast::At(place);
    case METH_FASTCALL | METH_KEYWORDS:
      return FastKeywords::At(place);
    case METH_METHOD | METH_FASTCALL | METH_KEYWORDS:
      return Method::At(place);
    default:
      return nullptr;
  }
}

bool IsGuarded(const void* slot) {
  return std::any_of(places.begin(), places.begin() + place_count,
                     [slot](const Place& place) { return place.slot == slot; });
}

absl::Status Redirect(const GuardedBuiltin& builtin, GuardMask when, PyMethodDef* definition) {
  if (IsGuarded(definition)) return absl::OkStatus();
  void* replacement = place_count < kMaxPlaces ? ReplacementFor(*definition, place_count) : nullptr;
  if (replacement == nullptr) {
    return absl::InternalError(absl::StrCat("cannot guard ", builtin.module, ".", builtin.name));
  }
  places[place_count++] = {&builtin, when, definition,
                           reinterpret_cast<void*>(definition->ml_meth)};
  definition->ml_meth = reinterpret_cast<PyCFunction>(replacement);
  return absl::OkStatus();
}

// Types that were made from `type` before now have copies of its slot.
template <typename Function>
void ExchangeSlot(PyTypeObject* type, Function PyTypeObject::*slot, Function from, Function to) {
  if (type->*slot != from) return;
  type->*slot = to;
  PyObject* const object = reinterpret_cast<PyObject*>(type);
  const PyRef method = PyRef::Steal(
      PyObject_GetAttrString(reinterpret_cast<PyObject*>(&PyType_Type), "__subclasses__"));
  const PyRef subclasses =
      PyRef::Steal(method ? PyObject_CallOneArg(method.get(), object) : nullptr);
  if (!subclasses) return PyErr_Clear();
  for (Py_ssize_t i = 0; i < PyList_GET_SIZE(subclasses.get()); ++i) {
    auto* subclass = reinterpret_cast<PyTypeObject*>(PyList_GET_ITEM(subclasses.get(), i));
    ExchangeSlot(subclass, slot, from, to);
  }
}

template <typename Replacements, typename Function>
absl::Status RedirectSlot(const GuardedBuiltin& builtin, GuardMask when, PyTypeObject* type,
                          Function PyTypeObject::*slot) {
  const Function original = type->*slot;
  if (original == nullptr || IsGuarded(&(type->*slot))) return absl::OkStatus();
  if (place_count == kMaxPlaces) return absl::InternalError("too many guarded builtins");
  void* replacement = Replacements::At(place_count);
  places[place_count++] = {&builtin, when, &(type->*slot), reinterpret_cast<void*>(original)};
  ExchangeSlot(type, slot, original, reinterpret_cast<Function>(replacement));
  // super().__init__(...) goes by a descriptor that has a pointer of its own.
  const PyRef dict = TypeDict(type);
  PyObject* descriptor = PyDict_GetItemString(dict.get(), builtin.name);
  if (descriptor != nullptr && Py_IS_TYPE(descriptor, &PyWrapperDescr_Type)) {
    reinterpret_cast<PyWrapperDescrObject*>(descriptor)->d_wrapped = replacement;
  }
  return absl::OkStatus();
}

absl::Status RedirectNew(const GuardedBuiltin& builtin, GuardMask when, PyTypeObject* type) {
  return RedirectSlot<New>(builtin, when, type, &PyTypeObject::tp_new);
}

// Types that are made from `type` allocate by themselves.
absl::Status RedirectAlloc(const GuardedBuiltin& builtin, GuardMask when, PyTypeObject* type) {
  if (IsGuarded(&type->tp_alloc)) return absl::OkStatus();
  if (place_count == kMaxPlaces) return absl::InternalError("too many guarded builtins");
  void* replacement = Alloc::At(place_count);
  places[place_count++] = {&builtin, when, &type->tp_alloc,
                           reinterpret_cast<void*>(type->tp_alloc)};
  type->tp_alloc = reinterpret_cast<allocfunc>(replacement);
  return absl::OkStatus();
}

absl::Status RedirectInit(const GuardedBuiltin& builtin, GuardMask when, PyTypeObject* type) {
  return RedirectSlot<Init>(builtin, when, type, &PyTypeObject::tp_init);
}

// The slot has the convention of functions with a tuple and a dict.
absl::Status RedirectCall(const GuardedBuiltin& builtin, GuardMask when, PyTypeObject* type) {
  return RedirectSlot<VarArgsKeywords>(builtin, when, type, &PyTypeObject::tp_call);
}

// The definition behind a builtin function or method; null for anything else,
// such as a function that this version of Python does not have.
PyMethodDef* DefinitionOf(PyObject* callable) {
  if (callable == nullptr) return nullptr;
  if (PyCFunction_Check(callable)) return reinterpret_cast<PyCFunctionObject*>(callable)->m_ml;
  if (Py_IS_TYPE(callable, &PyMethodDescr_Type) || Py_IS_TYPE(callable, &PyClassMethodDescr_Type)) {
    return reinterpret_cast<PyMethodDescrObject*>(callable)->d_method;
  }
  return nullptr;
}

// Types that are in no C module by name are listed as of builtins.
PyObject* TypeNamed(PyObject* module_dict, const char* name) {
  if (std::strcmp(name, "code") == 0) return reinterpret_cast<PyObject*>(&PyCode_Type);
  return PyDict_GetItemString(module_dict, name);
}

absl::Status GuardOne(PyObject* module_dict, const GuardedBuiltin& builtin, GuardMask when) {
  if (builtin.type == nullptr) {
    PyMethodDef* definition = DefinitionOf(PyDict_GetItemString(module_dict, builtin.name));
    return definition == nullptr ? absl::OkStatus() : Redirect(builtin, when, definition);
  }
  PyObject* type = TypeNamed(module_dict, builtin.type);
  if (type == nullptr || !PyType_Check(type)) return absl::OkStatus();
  auto* raw_type = reinterpret_cast<PyTypeObject*>(type);
  // Some static types (_socket.socket) are left to be made ready at first use.
  if (PyType_Ready(raw_type) < 0) {
    PyErr_Clear();
    return absl::InternalError(absl::StrCat("cannot guard ", builtin.module, ".", builtin.type));
  }
  if (std::strcmp(builtin.name, "__new__") == 0) return RedirectNew(builtin, when, raw_type);
  if (std::strcmp(builtin.name, "tp_alloc") == 0) return RedirectAlloc(builtin, when, raw_type);
  if (std::strcmp(builtin.name, "__init__") == 0) return RedirectInit(builtin, when, raw_type);
  if (std::strcmp(builtin.name, "__call__") == 0) return RedirectCall(builtin, when, raw_type);
  const PyRef type_dict = TypeDict(raw_type);
  PyMethodDef* definition = DefinitionOf(PyDict_GetItemString(type_dict.get(), builtin.name));
  return definition == nullptr ? absl::OkStatus() : Redirect(builtin, when, definition);
}

struct Row {
  const GuardedBuiltin* builtin;
  GuardMask when;
};

// The rows of all guards, by module: most modules have none.
const std::unordered_multimap<std::string_view, Row>& RowsByModule() {
  static const auto& rows = *new auto([] {
    std::unordered_multimap<std::string_view, Row> by_module;
    for (const Guard& guard : AllGuards()) {
      for (const GuardedBuiltin& builtin : guard.builtins) {
        by_module.insert({builtin.module, {&builtin, guard.when}});
      }
    }
    return by_module;
  }());
  return rows;
}

}  // namespace

absl::Status GuardModule(PyObject* module, std::string_view name) {
  const auto [begin, end] = RowsByModule().equal_range(name);
  if (begin == end || module == nullptr || !PyModule_Check(module)) return absl::OkStatus();
  for (auto row = begin; row != end; ++row) {
    const auto& [builtin, when] = row->second;
    absl::Status status = GuardOne(PyModule_GetDict(module), *builtin, when);
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status GuardLoadedModules() {
  static uint64_t guarded_state = 0;
  // Entering a block must not cost a walk through all modules.
  const uint64_t state = LoadedModules::State();
  if (state == guarded_state) return absl::OkStatus();
  PyObject* name = nullptr;
  PyObject* module = nullptr;
  Py_ssize_t position = 0;
  while (PyDict_Next(PyImport_GetModuleDict(), &position, &name, &module) != 0) {
    const auto text = Utf8View(name);
    if (!text) continue;
    if (absl::Status status = GuardModule(module, *text); !status.ok()) return status;
  }
  guarded_state = state;
  return absl::OkStatus();
}

}  // namespace hermetic
