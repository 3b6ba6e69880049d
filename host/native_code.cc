#include "host/native_code.h"

#include <Python.h>
#include <dlfcn.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "absl/strings/match.h"
#include "guards/guards.h"
#include "guards/host_activity.h"
#include "guards/py_ref.h"
#include "host/readable_roots.h"

namespace hermetic::host {
namespace {

namespace fs = std::filesystem;

// Stays mapped for the life of the process. Nothing is resolved before it is called:
// importing will do that for what is imported.
void Load(const fs::path& file) { dlopen(file.c_str(), RTLD_LAZY | RTLD_LOCAL); }

void LoadBelow(const fs::path& place) {
  std::error_code error;
  if (!fs::is_directory(place, error)) return Load(place);
  for (auto entry = fs::recursive_directory_iterator(place, error);
       entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (entry->path().extension() == ".so") Load(entry->path());
  }
}

std::string Text(PyObject* value) {
  const char* text = value != nullptr && PyUnicode_Check(value) ? PyUnicode_AsUTF8(value) : nullptr;
  return text == nullptr ? "" : text;
}

// A new list: `first`, then sys.path.
PyRef SearchPath(const std::optional<std::string>& first) {
  PyObject* const path = PySys_GetObject("path");
  PyRef list = PyRef::Steal(path != nullptr ? PySequence_List(path) : PyList_New(0));
  if (!list || !first) return list;
  const PyRef directory = PyRef::Steal(PyUnicode_DecodeFSDefault(first->c_str()));
  if (!directory || PyList_Insert(list.get(), 0, directory.get()) < 0) return {};
  return list;
}

// What the import system finds for the top-level module `name`: the directories of a
// package, else the file.
std::vector<std::string> Places(const std::string& name, const std::optional<std::string>& first) {
  const PyRef importlib = PyRef::Steal(PyImport_ImportModule("_frozen_importlib_external"));
  if (!importlib) return {};
  const PyRef finder = PyRef::Steal(PyObject_GetAttrString(importlib.get(), "PathFinder"));
  if (!finder) return {};
  const PyRef path = SearchPath(first);
  if (!path) return {};
  const PyRef spec =
      PyRef::Steal(PyObject_CallMethod(finder.get(), "find_spec", "sO", name.c_str(), path.get()));
  if (!spec || spec.get() == Py_None) return {};
  const PyRef locations =
      PyRef::Steal(PyObject_GetAttrString(spec.get(), "submodule_search_locations"));
  std::vector<std::string> places;
  const PyRef list = PyRef::Steal(
      !locations || locations.get() == Py_None ? nullptr : PySequence_List(locations.get()));
  for (Py_ssize_t i = 0; list && i < PyList_GET_SIZE(list.get()); ++i) {
    places.push_back(Text(PyList_GET_ITEM(list.get(), i)));
  }
  if (places.empty()) {
    places.push_back(Text(PyRef::Steal(PyObject_GetAttrString(spec.get(), "origin")).get()));
  }
  return places;
}

// `place` is of the top-level package of the dotted `name`.
fs::path PlaceOf(const std::string& place, std::string name) {
  const size_t dot = name.find('.');
  if (dot == std::string::npos) return place;
  std::replace(name.begin(), name.end(), '.', '/');
  return fs::path(place) / name.substr(dot + 1);
}

// What is mapped and never imported may have Python's objects among its static ones
// (pybind11's tables) and would destroy them when there is no interpreter any more: the
// process ends before that. Handlers run in reverse order, so ours comes first.
void EndBeforeStaticDestructors() {
  on_exit(
      [](int status, void*) {
        const int exit_code = FinishRun(status);
        std::fflush(nullptr);
        _exit(exit_code);
      },
      nullptr);
}

void LoadModule(const std::string& name, const std::optional<std::string>& first) {
  const std::vector<std::string> places = Places(name.substr(0, name.find('.')), first);
  PyErr_Clear();
  const OwnFiles ours;
  for (const std::string& place : places) LoadBelow(PlaceOf(place, name));
}

bool IsSafePath() {
  PyObject* const flags = PySys_GetObject("flags");
  const PyRef value =
      PyRef::Steal(flags == nullptr ? nullptr : PyObject_GetAttrString(flags, "safe_path"));
  PyErr_Clear();
  return value && PyObject_IsTrue(value.get()) == 1;
}

}  // namespace

std::optional<std::string> FirstOnPath(const resolver::Target& target) {
  if (IsSafePath() && target.kind != resolver::TargetKind::kDirectory) return std::nullopt;
  return ProgramDirectory(target);
}

void LoadOwnNativeCode() {
  std::error_code error;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(CPYTHON_STDLIB "/lib-dynload", error)) {
    const std::string name = entry.path().filename().string();
    if (absl::StartsWith(name, "_ctypes") || absl::StartsWith(name, "_test") ||
        absl::StartsWith(name, "xx")) {
      continue;
    }
    Load(entry.path());
  }
  Load("libgcc_s.so.1");  // libc loads it when a thread is cancelled.
}

void LoadAllowedNativeCode(const std::vector<std::string>& names,
                           const std::optional<std::string>& first) {
  for (const std::string& name : names) {
    LoadModule(name, first);
    LoadModule("_" + name, first);  // As ctypes has its native half.
  }
  if (!names.empty()) LoadModule("_ctypes", {});  // Their code may import it.
  EndBeforeStaticDestructors();
}

}  // namespace hermetic::host
