// The module `_hermetic`; _hermetic.pyi documents it.
#include <Python.h>

#include "guards/exceptions.h"
#include "guards/import_rules.h"
#include "stdlib_overlay/bootstrap_text.h"
#include "stdlib_overlay/file_profiles.h"
#include "stdlib_overlay/module_state.h"
#include "stdlib_overlay/overlay.h"
#include "stdlib_overlay/plain_data.h"
#include "stdlib_overlay/policy_fields.h"
#include "stdlib_overlay/policy_handle.h"
#include "stdlib_overlay/questions.h"
#include "stdlib_overlay/violation_data.h"

namespace hermetic::overlay {
namespace {

PyCFunction AsPyCFunction(PyObject* (*function)(PyObject*, PyObject*, PyObject*) noexcept) {
  return reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(function));
}

// hermetic.allowed is this very function: a Python layer above it would be the
// one who asks.
constexpr char kAllowedDoc[] =
    "allowed(operation, target, /)\n--\n\n"
    "Ask, without trying, whether an action would go on: (True, None), or\n"
    "(False, reason). Nothing is recorded.\n\n"
    "Operations and targets: connect and resolve (host or host:port), run\n"
    "(program), getenv and setenv (name), import (module), read, write and chdir\n"
    "(path), eval (anything). Raises ValueError for another operation. Under\n"
    "report_only and on_violation=\"log\" the answer is True, with the reason.";

PyMethodDef methods[] = {
    {"compile_policy", AsPyCFunction(CompilePolicy), METH_VARARGS | METH_KEYWORDS, nullptr},
    {"given", Given, METH_VARARGS, nullptr},
    {"push", Push, METH_O, nullptr},
    {"remove", Remove, METH_O, nullptr},
    {"allowed", Allowed, METH_VARARGS, kAllowedDoc},
    {"operations", Operations, METH_NOARGS, nullptr},
    {"policy", PolicyLevels, METH_NOARGS, nullptr},
    {"options", Options, METH_NOARGS, nullptr},
    {"profiles", Profiles, METH_NOARGS, nullptr},
    {"file_profile", FileProfile, METH_O, nullptr},
    {"violations", Violations, METH_VARARGS, nullptr},
    {"violation_count", ViolationCount, METH_NOARGS, nullptr},
    {nullptr, nullptr, 0, nullptr},
};

int Execute(PyObject* module) {
  ModuleState* state = StateOf(module);
  const ExceptionTypes* types = Exceptions();
  if (types == nullptr || !InitPolicyTypes(module, state) || !InitViolationType(state)) return -1;
  const struct {
    const char* name;
    PyObject* value;
  } objects[] = {
      {"HermeticError", types->hermetic_error},
      {"PolicyViolation", types->policy_violation},
      {"ImportViolation", types->import_violation},
      {"PermissionViolation", types->permission_violation},
      {"BootstrapError", types->bootstrap_error},
      {"Policy", reinterpret_cast<PyObject*>(state->policy_type)},
      {"Token", reinterpret_cast<PyObject*>(state->token_type)},
      {"Violation", reinterpret_cast<PyObject*>(state->violation_type)},
  };
  for (const auto& object : objects) {
    if (PyModule_AddObjectRef(module, object.name, object.value) < 0) return -1;
  }
  const PyRef pickle_modules = TextList(PickleModules());
  const PyRef subprocess_modules = TextList(SubprocessModules());
  if (PyModule_AddObjectRef(module, "PICKLE_MODULES", pickle_modules.get()) < 0 ||
      PyModule_AddObjectRef(module, "SUBPROCESS_MODULES", subprocess_modules.get()) < 0) {
    return -1;
  }
  if (PyModule_AddStringConstant(module, "SITECUSTOMIZE", kSitecustomize) < 0) return -1;
  return PyModule_AddStringConstant(module, "__version__", HERMETIC_VERSION);
}

int Traverse(PyObject* module, visitproc visit, void* arg) {
  const ModuleState* state = StateOf(module);
  Py_VISIT(state->policy_type);
  Py_VISIT(state->token_type);
  Py_VISIT(state->violation_type);
  return 0;
}

int Clear(PyObject* module) {
  ModuleState* state = StateOf(module);
  Py_CLEAR(state->policy_type);
  Py_CLEAR(state->token_type);
  Py_CLEAR(state->violation_type);
  return 0;
}

PyModuleDef_Slot slots[] = {{Py_mod_exec, reinterpret_cast<void*>(Execute)}, {0, nullptr}};

PyModuleDef definition = {
    .m_base = PyModuleDef_HEAD_INIT,
    .m_name = "_hermetic",
    .m_doc = "The guards, as the package `hermetic` uses them.",
    .m_size = sizeof(ModuleState),
    .m_methods = methods,
    .m_slots = slots,
    .m_traverse = Traverse,
    .m_clear = Clear,
    .m_free = nullptr,
};

}  // namespace

PyObject* InitModule() noexcept { return PyModuleDef_Init(&definition); }

}  // namespace hermetic::overlay
