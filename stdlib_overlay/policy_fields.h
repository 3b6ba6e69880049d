// A policy from and to Python data. The names and the kinds of the fields are
// those of the option table (profiles/option_table.h); nothing is listed here.
#ifndef HERMETIC_STDLIB_OVERLAY_POLICY_FIELDS_H_
#define HERMETIC_STDLIB_OVERLAY_POLICY_FIELDS_H_

#include <Python.h>

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "guards/py_ref.h"
#include "profiles/policy_with_origins.h"

namespace hermetic::overlay {

enum class Parsed : uint8_t {
  kDone,
  kRaised,  // A value's own code (__bool__, __iter__, ...) raised an exception.
};

// Reads a dict of field names and aliases. Flags take anything that has a truth
// value, lists any iterable of str, None stands for "not given". Sizes are in
// bytes or as the command line has them, durations in seconds or likewise.
// `origin` is what messages call the source. kInvalidArgument names
// the field.
absl::StatusOr<Parsed> ParseFields(PyObject* fields, const std::string& origin,
                                   PolicyWithOrigins* policy);

// What `policy` says, as hermetic_blocker's keywords: a dict without what no source
// mentioned. Null with an exception set.
PyRef GivenFields(const PolicyWithOrigins& policy);

// _hermetic.given(): of a call's arguments, what is not the default object itself.
PyObject* Given(PyObject* module, PyObject* args) noexcept;

// _hermetic.policy(): one dict per level in force, outermost first.
PyObject* PolicyLevels(PyObject* module, PyObject* unused) noexcept;

// _hermetic.options(): the option table, one dict per row.
PyObject* Options(PyObject* module, PyObject* unused) noexcept;

// _hermetic.profiles(): the fields that each built-in profile sets, by name.
PyObject* Profiles(PyObject* module, PyObject* unused) noexcept;

}  // namespace hermetic::overlay

#endif  // HERMETIC_STDLIB_OVERLAY_POLICY_FIELDS_H_
