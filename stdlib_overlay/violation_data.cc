#include "stdlib_overlay/violation_data.h"

#include <algorithm>
#include <array>
#include <utility>

#include "guards/guard_id.h"
#include "guards/violation_record.h"
#include "stdlib_overlay/plain_data.h"

namespace hermetic::overlay {
namespace {

struct Field {
  const char* name;
  const char* doc;
  PyRef (*value)(const RecordedViolation&);
};

constexpr Field kFields[] = {
    {"guard", "name of the guard, such as \"network\"",
     [](const RecordedViolation& v) { return ToPython(GuardName(v.guard)); }},
    {"operation", "what was tried, such as \"connect to\"",
     [](const RecordedViolation& v) { return ToPython(v.operation); }},
    {"target", "what it was aimed at, or None",
     [](const RecordedViolation& v) { return TextOrNone(v.target); }},
    {"message", "str() of the exception",
     [](const RecordedViolation& v) { return ToPython(v.message); }},
    {"policy", "the option that refused, and where it came from",
     [](const RecordedViolation& v) { return ToPython(v.policy); }},
    {"fix", "the option that would allow it, or None",
     [](const RecordedViolation& v) { return TextOrNone(v.fix); }},
    {"file", "file of the program, or None",
     [](const RecordedViolation& v) { return TextOrNone(v.program.file); }},
    {"line", "line in that file, or 0",
     [](const RecordedViolation& v) { return ToPython(static_cast<uint64_t>(v.program.line)); }},
    {"function", "function in that file, or None",
     [](const RecordedViolation& v) { return TextOrNone(v.program.function); }},
    {"number", "counts from 1; the exception carries it as `violation`",
     [](const RecordedViolation& v) { return ToPython(v.number); }},
    {"process_wide", "refused by a policy of the whole process, not by a block",
     [](const RecordedViolation& v) { return ToPython(v.process_wide); }},
};

PyRef ToTuple(PyTypeObject* type, const RecordedViolation& violation) {
  PyRef tuple = PyRef::Steal(PyStructSequence_New(type));
  Py_ssize_t position = 0;
  for (const Field& field : kFields) {
    PyRef value = tuple ? field.value(violation) : PyRef();
    if (!value) return {};
    PyStructSequence_SetItem(tuple.get(), position++, value.Release());
  }
  return tuple;
}

}  // namespace

bool InitViolationType(ModuleState* state) {
  std::array<PyStructSequence_Field, std::size(kFields) + 1> fields{};
  std::transform(std::begin(kFields), std::end(kFields), fields.begin(), [](const Field& field) {
    return PyStructSequence_Field{field.name, field.doc};
  });
  PyStructSequence_Desc description = {"_hermetic.Violation", "A refused action.", fields.data(),
                                       static_cast<int>(std::size(kFields))};
  state->violation_type = PyStructSequence_NewType(&description);
  return state->violation_type != nullptr;
}

PyObject* Violations(PyObject* module, PyObject* args) noexcept {
  Py_ssize_t start = 0;
  if (PyArg_ParseTuple(args, "|n:violations", &start) == 0) return nullptr;
  PyTypeObject* type = StateOf(module)->violation_type;
  PyRef list = PyRef::Steal(PyList_New(0));
  // By index, and a copy of each: others may be recorded while this goes on.
  for (size_t i = start < 0 ? 0 : static_cast<size_t>(start);
       i < ViolationRecord::Get().entries().size(); ++i) {
    const RecordedViolation violation = ViolationRecord::Get().entries()[i];
    if (!list || !Append(list.get(), ToTuple(type, violation))) return nullptr;
  }
  return list.Release();
}

PyObject* ViolationCount(PyObject* /*module*/, PyObject* /*unused*/) noexcept {
  return ToPython(ViolationRecord::Get().total()).Release();
}

}  // namespace hermetic::overlay
