#include "stdlib_overlay/policy_fields.h"

#include <unistd.h>

#include <array>
#include <climits>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "guards/args.h"
#include "guards/policy_level.h"
#include "guards/py_ref.h"
#include "profiles/absl_view.h"
#include "profiles/builtin_profiles.h"
#include "profiles/host_pattern.h"
#include "profiles/option_table.h"
#include "profiles/option_value.h"
#include "stdlib_overlay/plain_data.h"

namespace hermetic::overlay {
namespace {

// Null without an exception says: no text, number or path.
struct Text {
  std::optional<std::string> value;
  bool raised = false;
};

Text FromPath(PyObject* value) {
  const PyRef path = PyRef::Steal(PyOS_FSPath(value));
  if (!path) return {.raised = true};
  std::string storage;
  const auto view = FsPathView(path.get(), &storage);
  if (!view) return {};
  return {std::string(*view)};
}

// Values as the command line would have them.
Text ToText(OptionKind kind, PyObject* value) {
  if (PyUnicode_Check(value)) {
    std::string storage;
    const auto view = FsPathView(value, &storage);
    return view ? Text{std::string(*view)} : Text{};
  }
  if (PyBool_Check(value)) return {};
  if (const auto number = IntValue(value)) return {absl::StrCat(*number)};
  if (kind == OptionKind::kDuration && PyFloat_Check(value)) {
    return {absl::FormatDuration(absl::Seconds(PyFloat_AS_DOUBLE(value)))};
  }
  if (PyBytes_Check(value) || PyObject_HasAttrString(value, "__fspath__") != 0) {
    return FromPath(value);
  }
  return {};
}

std::string WorkingDirectory() {
  std::array<char, PATH_MAX> directory;
  return getcwd(directory.data(), directory.size()) != nullptr ? directory.data() : "/";
}

// Reads the fields one after the other; a small object because the pieces
// belong to every message.
class FieldReader {
 public:
  FieldReader(const std::string& origin, PolicyWithOrigins* policy)
      : origin_({SourceKind::kApi, origin}), directory_(WorkingDirectory()), policy_(policy) {}

  absl::StatusOr<Parsed> Read(std::string_view name, PyObject* value) {
    const Option* option = FindKey(name);
    if (option == nullptr) return Bad(name, "unknown field");
    if (value == Py_None) return Parsed::kDone;
    if (IsList(*option)) return ReadList(*option, name, value);
    if (option->kind == OptionKind::kFlag ||
        (option->kind == OptionKind::kFlagOrRoot && !IsPath(value))) {
      const int on = PyObject_IsTrue(value);
      if (on < 0) return Parsed::kRaised;
      return on == 0 ? Parsed::kDone : Set(*option, name, "true");
    }
    return ReadOne(*option, name, value);
  }

 private:
  static bool IsPath(PyObject* value) {
    return PyUnicode_Check(value) || PyObject_HasAttrString(value, "__fspath__") != 0;
  }

  static absl::Status Bad(std::string_view name, std::string_view problem) {
    return absl::InvalidArgumentError(absl::StrCat(Printable(name), ": ", AbslView(problem)));
  }

  absl::StatusOr<Parsed> ReadOne(const Option& option, std::string_view name, PyObject* value) {
    const Text text = ToText(option.kind, value);
    if (text.raised) return Parsed::kRaised;
    if (!text.value) {
      return Bad(name, absl::StrCat("a value such as ", AbslView(Placeholder(option.kind)),
                                    " is wanted, not ", Py_TYPE(value)->tp_name));
    }
    return Set(option, name, *text.value);
  }

  absl::StatusOr<Parsed> ReadList(const Option& option, std::string_view name, PyObject* value) {
    // A str is an iterable too, of its letters, which nobody means.
    if (PyUnicode_Check(value) || PyBytes_Check(value)) {
      return Bad(name, "a list is wanted, not one string");
    }
    const PyRef items = PyRef::Steal(PySequence_List(value));
    if (!items) return Parsed::kRaised;
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(items.get()); ++i) {
      absl::StatusOr<Parsed> parsed = ReadOne(option, name, PyList_GET_ITEM(items.get(), i));
      if (!parsed.ok() || *parsed == Parsed::kRaised) return parsed;
    }
    return Parsed::kDone;
  }

  absl::StatusOr<Parsed> Set(const Option& option, std::string_view name, std::string_view text) {
    Setting setting = {std::string(name), std::string(text), directory_, origin_};
    if (option.kind == OptionKind::kDomainList) {
      setting.value = std::string(absl::StripAsciiWhitespace(AbslView(text)));
      // The old package took addresses here as well.
      const auto pattern = ParseHostPattern(setting.value);
      if (pattern.ok() && pattern->address_bits != 0) setting.name = "allow-host";
    }
    if (absl::Status status = SetOption(setting, policy_); !status.ok()) return status;
    return Parsed::kDone;
  }

  Origin origin_;
  std::string directory_;
  PolicyWithOrigins* policy_;
};

struct FieldToPython {
  const Policy& policy;
  const Option& option;

  PyRef operator()(bool Policy::*field) const { return ToPython(policy.*field); }
  PyRef operator()(std::string Policy::*field) const {
    return (policy.*field).empty() ? PyRef::Borrow(Py_None) : ToPython(policy.*field);
  }
  PyRef operator()(std::vector<std::string> Policy::*field) const {
    return TextList(policy.*field);
  }
  PyRef operator()(std::optional<int64_t> Policy::*field) const {
    if (!(policy.*field)) return PyRef::Borrow(Py_None);
    return PyRef::Steal(PyLong_FromLongLong(*(policy.*field)));
  }
  PyRef operator()(std::optional<absl::Duration> Policy::*field) const {
    if (!(policy.*field)) return PyRef::Borrow(Py_None);
    return PyRef::Steal(PyFloat_FromDouble(absl::ToDoubleSeconds(*(policy.*field))));
  }
  template <typename Word>
  PyRef operator()(Word Policy::* /*field*/) const {
    return ToPython(ReadValues(option, policy).front());
  }
};

PyRef LevelToPython(const Policy& policy) {
  PyRef dict = PyRef::Steal(PyDict_New());
  for (const Option& option : AllOptions()) {
    const FieldToPython convert{policy, option};
    if (!dict || !Put(dict.get(), KeyName(option), std::visit(convert, option.field))) return {};
  }
  return dict;
}

// The Python API keeps the names of the old package; they are the last alias.
std::string FieldName(const Option& option) {
  std::string name = KeyName(option);
  for (const std::string_view alias : option.aliases) {
    if (!alias.empty()) name = alias;
  }
  return name;
}

// A profile's settings as hermetic_blocker's keywords.
PyRef ProfileToPython(const BuiltinProfile& profile) {
  PyRef fields = PyRef::Steal(PyDict_New());
  for (const ProfileSetting& setting : profile.settings) {
    const Option& option = *FindKey(setting.option);
    const std::string name = FieldName(option);
    PyObject* known = fields ? PyDict_GetItemString(fields.get(), name.c_str()) : nullptr;
    bool done = false;
    if (!fields) return {};
    if (IsList(option)) {
      const PyRef list = known != nullptr ? PyRef::Borrow(known) : PyRef::Steal(PyList_New(0));
      done = list && Append(list.get(), ToPython(setting.value)) && Put(fields.get(), name, list);
    } else if (setting.value == "true") {
      done = Put(fields.get(), name, ToPython(true));
    } else if (option.kind == OptionKind::kFlagOrRoot) {
      done = Put(fields.get(), name, ToPython(true)) &&
             Put(fields.get(), "fs_root", ToPython(setting.value));
    } else {
      done = Put(fields.get(), name, ToPython(setting.value));
    }
    if (!done) return {};
  }
  return fields;
}

template <size_t N>
PyRef ShortList(const std::array<std::string_view, N>& names) {
  std::vector<std::string> present;
  for (const std::string_view name : names) {
    if (!name.empty()) present.emplace_back(name);
  }
  return TextList(present);
}

PyRef OptionToPython(const Option& option) {
  PyRef dict = PyRef::Steal(PyDict_New());
  const bool takes_value = option.kind != OptionKind::kFlag;
  PyObject* const row = dict.get();
  if (!dict || !Put(row, "field", ToPython(FieldName(option))) ||
      !Put(row, "key", ToPython(KeyName(option))) ||
      !Put(row, "flag", ToPython(FlagName(option))) ||
      !Put(row, "on_command_line", ToPython(FindFlag(option.name) != nullptr)) ||
      !Put(row, "takes_value", ToPython(takes_value)) ||
      !Put(row, "needs_value", ToPython(NeedsValue(option))) ||
      !Put(row, "is_list", ToPython(IsList(option))) ||
      !Put(row, "placeholder", ToPython(Placeholder(option.kind))) ||
      !Put(row, "group", ToPython(GroupTitle(option.group))) ||
      !Put(row, "help", ToPython(option.help)) || !Put(row, "aliases", ShortList(option.aliases)) ||
      !Put(row, "needs", ShortList(option.needs))) {
    return {};
  }
  return dict;
}

}  // namespace

absl::StatusOr<Parsed> ParseFields(PyObject* fields, const std::string& origin,
                                   PolicyWithOrigins* policy) {
  FieldReader reader(origin, policy);
  // A copy: the values' own code may change the dict.
  const PyRef items = PyRef::Steal(PyDict_Items(fields));
  if (!items) return Parsed::kRaised;
  for (Py_ssize_t i = 0; i < PyList_GET_SIZE(items.get()); ++i) {
    PyObject* const item = PyList_GET_ITEM(items.get(), i);
    const auto name = Utf8View(PyTuple_GET_ITEM(item, 0));
    if (!name) return absl::InvalidArgumentError("field names are str");
    absl::StatusOr<Parsed> parsed = reader.Read(*name, PyTuple_GET_ITEM(item, 1));
    if (!parsed.ok() || *parsed == Parsed::kRaised) return parsed;
  }
  return Parsed::kDone;
}

PyRef GivenFields(const PolicyWithOrigins& given) {
  PyRef fields = PyRef::Steal(PyDict_New());
  for (const Option& option : AllOptions()) {
    if (given.origins[OptionIndex(option)].empty()) continue;
    const FieldToPython convert{given.policy, option};
    if (!fields || !Put(fields.get(), FieldName(option), std::visit(convert, option.field))) {
      return {};
    }
  }
  return fields;
}

PyObject* Given(PyObject* /*module*/, PyObject* args) noexcept {
  PyObject* arguments = nullptr;
  PyObject* defaults = nullptr;
  if (PyArg_ParseTuple(args, "O!O!:given", &PyDict_Type, &arguments, &PyDict_Type, &defaults) ==
      0) {
    return nullptr;
  }
  PyRef given = PyRef::Steal(PyDict_New());
  PyObject* name = nullptr;
  PyObject* value = nullptr;
  for (Py_ssize_t position = 0; given && PyDict_Next(arguments, &position, &name, &value) != 0;) {
    const PyObject* usual = PyDict_GetItemWithError(defaults, name);
    if (usual == nullptr && PyErr_Occurred() != nullptr) return nullptr;
    if (usual == nullptr || usual == value) continue;
    if (PyDict_SetItem(given.get(), name, value) < 0) return nullptr;
  }
  return given.Release();
}

PyObject* PolicyLevels(PyObject* /*module*/, PyObject* /*unused*/) noexcept {
  PyRef levels = PyRef::Steal(PyList_New(0));
  // A copy: building a dict may give up the GIL.
  for (const LevelRef& level : std::vector<LevelRef>(ActivePolicy::Get().levels())) {
    if (!levels || !Append(levels.get(), LevelToPython(level->policy))) return nullptr;
  }
  return levels.Release();
}

PyObject* Options(PyObject* /*module*/, PyObject* /*unused*/) noexcept {
  PyRef rows = PyRef::Steal(PyList_New(0));
  for (const Option& option : AllOptions()) {
    if (!rows || !Append(rows.get(), OptionToPython(option))) return nullptr;
  }
  return rows.Release();
}

PyObject* Profiles(PyObject* /*module*/, PyObject* /*unused*/) noexcept {
  PyRef profiles = PyRef::Steal(PyDict_New());
  for (const BuiltinProfile& profile : BuiltinProfiles()) {
    if (!profiles || !Put(profiles.get(), profile.name, ProfileToPython(profile))) return nullptr;
  }
  return profiles.Release();
}

}  // namespace hermetic::overlay
