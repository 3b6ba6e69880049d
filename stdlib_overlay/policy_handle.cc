#include "stdlib_overlay/policy_handle.h"

#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "guards/exceptions.h"
#include "guards/guards.h"
#include "guards/policy_level.h"
#include "guards/py_ref.h"
#include "profiles/absl_view.h"
#include "profiles/option_table.h"
#include "profiles/option_value.h"
#include "stdlib_overlay/policy_fields.h"

namespace hermetic::overlay {
namespace {

struct PolicyObject {
  PyObject_HEAD LevelRef level;
};

// One push. Only who holds the token can take the push back.
struct TokenObject {
  PyObject_HEAD uint64_t number;
};

void DeallocPolicy(PyObject* self) noexcept {
  PyTypeObject* type = Py_TYPE(self);
  std::destroy_at(&reinterpret_cast<PolicyObject*>(self)->level);
  PyObject_Free(self);
  Py_DECREF(type);
}

void DeallocToken(PyObject* self) noexcept {
  PyTypeObject* type = Py_TYPE(self);
  PyObject_Free(self);
  Py_DECREF(type);
}

constexpr unsigned kOpaque =
    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION;

PyTypeObject* MakeType(PyObject* module, const char* name, const char* doc, int size,
                       destructor dealloc) {
  PyType_Slot slots[] = {{Py_tp_doc, const_cast<char*>(doc)},
                         {Py_tp_dealloc, reinterpret_cast<void*>(dealloc)},
                         {0, nullptr}};
  PyType_Spec spec = {name, size, 0, kOpaque, slots};
  return reinterpret_cast<PyTypeObject*>(PyType_FromModuleAndSpec(module, &spec, nullptr));
}

// What a process gets when it starts, or not at all. What cannot be taken back can
// come later; without a seal, "auto" and "off" ask nothing of the kernel.
constexpr std::string_view kOfWholeRuns[] = {"max-memory",    "max-cpu",       "timeout",
                                             "max-processes", "max-file-size", "kernel",
                                             "audit-log",     "report"};

absl::Status CheckIsForABlock(const PolicyWithOrigins& with_origins, std::string_view origin) {
  const Policy& policy = with_origins.policy;
  const bool asks_nothing = policy.seal || policy.kernel != KernelMode::kRequire;
  const Policy nothing{.kernel = asks_nothing ? policy.kernel : KernelMode::kAuto};
  static const auto& options = *new auto([] {
    std::vector<const Option*> found;
    for (const std::string_view name : kOfWholeRuns) found.push_back(FindKey(name));
    return found;
  }());
  for (const Option* row : options) {
    const Option& option = *row;
    if (with_origins.origins[OptionIndex(option)].empty() ||
        ReadValues(option, policy) == ReadValues(option, nothing)) {
      continue;
    }
    return absl::InvalidArgumentError(absl::StrCat(
        AbslView(origin), ": ", KeyName(option),
        ": is for a whole run; hermetic-python's command line, a file or a variable can "
        "set it"));
  }
  return absl::OkStatus();
}

// The one place where a status becomes a Python exception.
std::nullptr_t RaiseStatus(const absl::Status& status) {
  PyObject* type = PyExc_ValueError;
  if (status.code() == absl::StatusCode::kFailedPrecondition ||
      status.code() == absl::StatusCode::kInternal) {
    const ExceptionTypes* types = Exceptions();
    if (types == nullptr) return nullptr;
    type = types->hermetic_error;
  }
  PyErr_SetString(type, std::string(status.message()).c_str());
  return nullptr;
}

}  // namespace

bool InitPolicyTypes(PyObject* module, ModuleState* state) {
  state->policy_type = MakeType(module, "_hermetic.Policy", "A compiled policy.",
                                sizeof(PolicyObject), DeallocPolicy);
  state->token_type = MakeType(module, "_hermetic.Token", "One push of a policy.",
                               sizeof(TokenObject), DeallocToken);
  return state->policy_type != nullptr && state->token_type != nullptr;
}

PyObject* CompilePolicy(PyObject* module, PyObject* args, PyObject* keywords) noexcept {
  PyObject* fields = nullptr;
  const char* origin = nullptr;
  static const char* names[] = {"fields", "origin", nullptr};
  if (PyArg_ParseTupleAndKeywords(args, keywords, "O!$s:compile_policy", const_cast<char**>(names),
                                  &PyDict_Type, &fields, &origin) == 0) {
    return nullptr;
  }
  PolicyWithOrigins policy;
  const absl::StatusOr<Parsed> parsed = ParseFields(fields, origin, &policy);
  if (!parsed.ok()) return RaiseStatus(parsed.status());
  if (*parsed == Parsed::kRaised) return nullptr;
  if (absl::Status status = CheckIsForABlock(policy, origin); !status.ok()) {
    return RaiseStatus(status);
  }

  auto level = std::make_shared<PolicyLevel>(policy.policy, OriginsByFlag(policy));
  level->process_wide = policy.policy.seal;
  auto* handle = PyObject_New(PolicyObject, StateOf(module)->policy_type);
  if (handle == nullptr) return nullptr;
  new (&handle->level) LevelRef(std::move(level));
  return reinterpret_cast<PyObject*>(handle);
}

PyObject* Push(PyObject* module, PyObject* handle) noexcept {
  const ModuleState* state = StateOf(module);
  if (!Py_IS_TYPE(handle, state->policy_type)) {
    PyErr_SetString(PyExc_TypeError, "push() wants what compile_policy() gave");
    return nullptr;
  }
  // The token first: nothing can fail once the policy holds.
  auto* token = PyObject_New(TokenObject, state->token_type);
  if (token == nullptr) return nullptr;
  const PyRef owner = PyRef::Steal(reinterpret_cast<PyObject*>(token));
  const absl::StatusOr<uint64_t> number = PushLevel(reinterpret_cast<PolicyObject*>(handle)->level);
  if (!number.ok()) return RaiseStatus(number.status());
  token->number = *number;
  return Py_NewRef(owner.get());
}

PyObject* Remove(PyObject* module, PyObject* token) noexcept {
  if (!Py_IS_TYPE(token, StateOf(module)->token_type)) {
    PyErr_SetString(PyExc_TypeError, "remove() wants what push() gave");
    return nullptr;
  }
  return PyBool_FromLong(RemoveLevel(reinterpret_cast<TokenObject*>(token)->number));
}

}  // namespace hermetic::overlay
