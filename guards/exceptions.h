// The exception types of the `hermetic` package, made in C so that every way
// in raises the same ones and no Python code can re-create them.
#ifndef HERMETIC_GUARDS_EXCEPTIONS_H_
#define HERMETIC_GUARDS_EXCEPTIONS_H_

#include <Python.h>

#include <cstdint>
#include <optional>

#include "guards/violation.h"

namespace hermetic {

struct ExceptionTypes {
  PyObject* hermetic_error;        // RuntimeError
  PyObject* policy_violation;      // HermeticError
  PyObject* bootstrap_error;       // HermeticError
  PyObject* import_violation;      // PolicyViolation, ImportError
  PyObject* permission_violation;  // PolicyViolation, PermissionError
};

// Made at first use and kept for the life of the process. Null, with a Python
// exception set, when memory is exhausted. GIL held.
const ExceptionTypes* Exceptions();

// Sets the exception that says `violation`, number `number` of the record.
// `as_os_error`: a PermissionError too (--on-violation=oserror).
void RaiseViolation(const Violation& violation, uint64_t number, bool as_os_error);

// The number of the violation in `exception` or in what caused it (__cause__,
// __context__), if any; 0 if it is of no entry here, but made by the program or
// in another process. Runs no Python code.
std::optional<uint64_t> ViolationBehind(PyObject* exception);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_EXCEPTIONS_H_
