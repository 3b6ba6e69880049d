#include "guards/code_generators.h"

#include <algorithm>
#include <array>
#include <iterator>
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
  Arithmetic arithmetic = Arithmetic::kRefused;
};

constexpr std::string_view kNamedtuple[] = {"lambda", "_tuple_new"};
constexpr std::string_view kDataclass[] = {"type(self)",
                                           "hash",
                                           "super",
                                           "FrozenInstanceError",
                                           "isinstance",
                                           "_dflt_*",
                                           "_default_*",
                                           "__dataclass_dflt_*",
                                           "__dataclass_default_*",
                                           "__dataclass_FrozenInstanceError",
                                           "@__dataclasses_recursive_repr",
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
    {"inspect.py", "<dictcomp>", {}},  // In get_annotations, until 3.11.
    {"inspect.py", "wrap_value", {}},
    {"gettext.py", "c2py", kPluralForms, Arithmetic::kAllowed},
    {"logging/config.py", "_install_handlers", {}, Arithmetic::kAllowed},
    {"unittest/mock.py", "_set_signature", kMock},
    {"timeit.py", "__init__", kTimeit, Arithmetic::kAllowed},  // What is timed is a function.
    {"turtle.py", "_make_global_funcs", {}},
};

std::string_view TextOf(PyObject* source) { return Utf8View(source).value_or("#"); }

// pytest runs the program's own tests after rewriting them, and selects them by
// expressions of its own grammar: without that no test suite would run. The
// conditions of skipif and xfail may be text, which is looked at.
struct Rewriter {
  std::string_view package;
  std::string_view file;
  std::string_view function;
  bool takes_text = false;
};
constexpr Rewriter kRewriters[] = {
    {"_pytest", "/_pytest/assertion/rewrite.py", "exec_module"},
    {"_pytest", "/_pytest/assertion/rewrite.py", "_rewrite_test"},
    {"_pytest", "/_pytest/mark/expression.py", "compile"},
    {"_pytest", "/_pytest/mark/expression.py", "evaluate"},
    {"_pytest", "/_pytest/skipping.py", "evaluate_condition", true},
};

bool IsRewriter(PyCodeObject* caller, PyObject* source) {
  return std::any_of(std::begin(kRewriters), std::end(kRewriters), [&](const Rewriter& rewriter) {
    if (source != nullptr && rewriter.takes_text &&
        !IsInertSource(TextOf(source), {}, Arithmetic::kAllowed)) {
      return false;
    }
    std::string storage;
    const auto file = FsPathView(caller->co_filename, &storage);
    return file && file->ends_with(rewriter.file) &&
           Utf8View(caller->co_name) == rewriter.function &&
           IsInstalledCode(caller, rewriter.package);
  });
}

}  // namespace

bool IsKnownGenerator(PyCodeObject* caller, PyObject* source) {
  for (const Generator& generator : kStdlib) {
    if (!IsStdlibFunction(caller, generator.file, generator.function)) continue;
    return source == nullptr ||
           IsInertSource(TextOf(source), generator.callees, generator.arithmetic);
  }
  return IsRewriter(caller, source);
}

}  // namespace hermetic
