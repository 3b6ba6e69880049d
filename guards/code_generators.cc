#include "guards/code_generators.h"

#include <array>
#include <string>
#include <string_view>

#include "absl/types/span.h"
#include "guards/args.h"
#include "guards/code_identity.h"
#include "guards/generated_code.h"

namespace hermetic {
namespace {

struct Generator {
  std::string_view file;
  std::string_view function;
  absl::Span<const std::string_view> callees;  // What its text may call.
};

constexpr std::string_view kNamedtuple[] = {"lambda", "_tuple_new"};
constexpr std::string_view kDataclass[] = {"type",
                                           "hash",
                                           "super",
                                           "FrozenInstanceError",
                                           "isinstance",
                                           "_dflt_*",
                                           "_default_*",
                                           "__dataclass_dflt_*",
                                           "__dataclass_default_*",
                                           "__dataclass_FrozenInstanceError",
                                           "@__dataclass_recursive_repr",
                                           "@_recursive_repr",
                                           "__dataclass_builtins_object__.__setattr__",
                                           "__dataclass_builtins_object__.__delattr__",
                                           ".__setattr__",
                                           ".__delattr__",
                                           ".__post_init__"};
constexpr std::string_view kPluralForms[] = {"_as_int", "int", "isinstance"};
constexpr std::string_view kTimeit[] = {"_timer", "_stmt", "_setup"};
constexpr std::string_view kMock[] = {"_checksig_", "mock"};

constexpr Generator kStdlib[] = {
    {"collections/__init__.py", "namedtuple", kNamedtuple},
    {"dataclasses.py", "_create_fn", kDataclass},
    {"dataclasses.py", "add_fns_to_class", kDataclass},
    {"typing.py", "__init__", {}},   // ForwardRef: an annotation.
    {"typing.py", "_evaluate", {}},  // ForwardRef
    {"inspect.py", "get_annotations", {}},
    {"inspect.py", "wrap_value", {}},
    {"gettext.py", "c2py", kPluralForms},
    {"logging/config.py", "_install_handlers", {}},
    {"unittest/mock.py", "_set_signature", kMock},
    {"timeit.py", "__init__", kTimeit},  // What is timed is a function.
    {"turtle.py", "_make_global_funcs", {}},
};

// Installed packages whose purpose is to run the program's own files after
// rewriting them: without them no test suite would run.
constexpr std::string_view kPackages[] = {"_pytest"};

std::string_view TextOf(PyObject* source) {
  if (source != nullptr && PyBytes_Check(source)) {
    return {PyBytes_AS_STRING(source), static_cast<size_t>(PyBytes_GET_SIZE(source))};
  }
  return Utf8View(source).value_or("#");
}

}  // namespace

bool IsKnownGenerator(PyCodeObject* caller, PyObject* source) {
  for (const Generator& generator : kStdlib) {
    if (!IsStdlibFunction(caller, generator.file, generator.function)) continue;
    return source == nullptr || IsInertSource(TextOf(source), generator.callees);
  }
  for (const std::string_view package : kPackages) {
    if (IsInstalledCode(caller, package)) return true;
  }
  return false;
}

}  // namespace hermetic
