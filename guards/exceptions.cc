#include "guards/exceptions.h"

#include <cerrno>

#include "guards/py_ref.h"
#include "guards/sys_attribute.h"

namespace hermetic {
namespace {

// Links an exception to its entry in the record; an index for hermetic.violations().
constexpr char kNumberAttribute[] = "violation";
constexpr int kMaxChain = 1000;

// PolicyViolation(message, *, guard=None, target=None)
int InitPolicyViolation(PyObject* self, PyObject* args, PyObject* kwargs) {
  PyObject* message = nullptr;
  PyObject* guard = Py_None;
  PyObject* target = Py_None;
  static const char* keywords[] = {"message", "guard", "target", nullptr};
  if (PyArg_ParseTupleAndKeywords(args, kwargs, "O|$OO:PolicyViolation",
                                  const_cast<char**>(keywords), &message, &guard, &target) == 0) {
    return -1;
  }
  const PyRef base_args = PyRef::Steal(PyTuple_Pack(1, message));
  if (!base_args) return -1;
  auto* base = reinterpret_cast<PyTypeObject*>(PyExc_BaseException);
  if (base->tp_init(self, base_args.get(), nullptr) < 0) return -1;
  if (PyObject_SetAttrString(self, "guard", guard) < 0) return -1;
  return PyObject_SetAttrString(self, "target", target);
}

// The number stays here: in another process it would lead to another entry.
PyObject* ReducePolicyViolation(PyObject* self, PyObject* /*none*/) {
  const PyRef base = PyRef::Steal(PyObject_CallFunctionObjArgs(
      reinterpret_cast<PyObject*>(&PySuper_Type), Exceptions()->policy_violation, self, nullptr));
  if (!base) return nullptr;
  PyRef reduced = PyRef::Steal(PyObject_CallMethod(base.get(), "__reduce__", nullptr));
  if (!reduced || !PyTuple_Check(reduced.get()) || PyTuple_GET_SIZE(reduced.get()) != 3) {
    return reduced.Release();
  }
  const PyRef state = PyRef::Steal(PyDict_Copy(PyTuple_GET_ITEM(reduced.get(), 2)));
  if (!state) return nullptr;
  if (PyDict_DelItemString(state.get(), kNumberAttribute) < 0) PyErr_Clear();
  return PyTuple_Pack(3, PyTuple_GET_ITEM(reduced.get(), 0), PyTuple_GET_ITEM(reduced.get(), 1),
                      state.get());
}

PyMethodDef policy_violation_methods[] = {
    {"__reduce__", ReducePolicyViolation, METH_NOARGS, nullptr}, {}};

// An immutable heap type without fields of its own, so that it can share a
// layout with ImportError and OSError.
PyObject* MakeType(const char* name, const char* doc, PyObject* bases, initproc init) {
  PyType_Slot slots[4] = {{Py_tp_doc, const_cast<char*>(doc)}};
  if (init != nullptr) {
    slots[1] = {Py_tp_init, reinterpret_cast<void*>(init)};
    slots[2] = {Py_tp_methods, policy_violation_methods};
  }
  PyType_Spec spec = {name, 0, 0,
                      Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_IMMUTABLETYPE, slots};
  return PyType_FromSpecWithBases(&spec, bases);
}

PyObject* MakeJoint(const char* name, const char* doc, PyObject* first, PyObject* second) {
  const PyRef bases = PyRef::Steal(PyTuple_Pack(2, first, second));
  if (!bases) return nullptr;
  return MakeType(name, doc, bases.get(), InitPolicyViolation);
}

bool MakeAll(ExceptionTypes* types) {
  types->hermetic_error = MakeType("hermetic.errors.HermeticError", "Base for hermetic failures.",
                                   PyExc_RuntimeError, nullptr);
  if (types->hermetic_error == nullptr) return false;
  types->policy_violation =
      MakeType("hermetic.errors.PolicyViolation",
               "Raised when a guard refuses an action; `guard` names the guard and `target` what "
               "the action was aimed at, or is None.",
               types->hermetic_error, InitPolicyViolation);
  types->bootstrap_error = MakeType("hermetic.errors.BootstrapError",
                                    "Raised when a foreign interpreter cannot be guarded.",
                                    types->hermetic_error, nullptr);
  if (types->policy_violation == nullptr || types->bootstrap_error == nullptr) return false;
  types->import_violation =
      MakeJoint("hermetic.errors.ImportViolation",
                "A refused import: a PolicyViolation that `except ImportError` catches as well.",
                types->policy_violation, PyExc_ImportError);
  types->permission_violation =
      MakeJoint("hermetic.errors.PermissionViolation",
                "A PolicyViolation that is a PermissionError too (--on-violation=oserror).",
                types->policy_violation, PyExc_PermissionError);
  return types->import_violation != nullptr && types->permission_violation != nullptr;
}

// A new reference, or null with an exception set.
PyRef MakeException(PyObject* type, const Violation& violation, uint64_t number) {
  const PyRef message = PyRef::Steal(PyUnicode_DecodeUTF8(
      violation.message.data(), static_cast<Py_ssize_t>(violation.message.size()), "replace"));
  const std::string_view guard_name = GuardName(violation.guard);
  const PyRef guard = PyRef::Steal(
      PyUnicode_FromStringAndSize(guard_name.data(), static_cast<Py_ssize_t>(guard_name.size())));
  const PyRef target = violation.target.empty()
                           ? PyRef::Borrow(Py_None)
                           : PyRef::Steal(PyUnicode_DecodeUTF8(
                                 violation.target.data(),
                                 static_cast<Py_ssize_t>(violation.target.size()), "replace"));
  const PyRef index = PyRef::Steal(PyLong_FromUnsignedLongLong(number));
  if (!message || !guard || !target || !index) return {};
  PyRef exception = PyRef::Steal(PyObject_CallOneArg(type, message.get()));
  if (!exception) return {};
  PyObject* const object = exception.get();
  if (PyObject_SetAttrString(object, "guard", guard.get()) < 0 ||
      PyObject_SetAttrString(object, "target", target.get()) < 0 ||
      PyObject_SetAttrString(object, kNumberAttribute, index.get()) < 0) {
    return {};
  }
  return exception;
}

// `raise PermissionError(EACCES, str(violation)) from violation`
void RaiseFrom(const PyRef& violation) {
  const PyRef error =
      PyRef::Steal(PyObject_CallFunction(PyExc_PermissionError, "iO", EACCES, violation.get()));
  if (!error) return;
  PyException_SetCause(error.get(), Py_NewRef(violation.get()));
  PyErr_SetObject(PyExc_PermissionError, error.get());
}

}  // namespace

const ExceptionTypes* Exceptions() {
  static ExceptionTypes types{};
  static bool made = false;
  if (!made) made = MakeAll(&types);
  return made ? &types : nullptr;
}

void RaiseViolation(const Violation& violation, uint64_t number, bool as_os_error) {
  const ExceptionTypes* types = Exceptions();
  if (types == nullptr) return;
  PyObject* type = types->policy_violation;
  if (violation.raised == Raised::kImportViolation) {
    type = types->import_violation;
  } else if (as_os_error) {
    type = types->permission_violation;
  }
  const PyRef exception = MakeException(type, violation, number);
  if (!exception) return;
  if (type == types->import_violation) {
    const PyRef name = PyRef::Steal(PyObject_GetAttrString(exception.get(), "target"));
    if (!name || PyObject_SetAttrString(exception.get(), "name", name.get()) < 0) return;
  } else if (type == types->permission_violation) {
    const PyRef code = PyRef::Steal(PyLong_FromLong(EACCES));
    if (!code || PyObject_SetAttrString(exception.get(), "errno", code.get()) < 0) return;
  }
  if (violation.raised == Raised::kAsCauseOfPermissionError) return RaiseFrom(exception);
  PyErr_SetObject(type, exception.get());
}

std::optional<uint64_t> ViolationBehind(PyObject* exception) {
  const ExceptionTypes* types = Exceptions();
  if (types == nullptr) {
    PyErr_Clear();
    return std::nullopt;
  }
  auto* violation_type = reinterpret_cast<PyTypeObject*>(types->policy_violation);
  for (int i = 0; exception != nullptr && i < kMaxChain; ++i) {
    if (!PyExceptionInstance_Check(exception)) return std::nullopt;
    auto* base = reinterpret_cast<PyBaseExceptionObject*>(exception);
    if (PyObject_TypeCheck(exception, violation_type) && base->dict != nullptr) {
      PyObject* number = PlainItem(base->dict, kNumberAttribute);
      const auto value = number == nullptr ? 0 : PyLong_AsUnsignedLongLongMask(number);
      if (PyErr_Occurred() != nullptr) PyErr_Clear();
      return value;
    }
    exception = base->cause != nullptr ? base->cause : base->context;
  }
  return std::nullopt;
}

}  // namespace hermetic
