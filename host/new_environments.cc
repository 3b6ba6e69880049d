#include "host/new_environments.h"

#include <Python.h>

#include "guards/host_activity.h"
#include "guards/py_ref.h"

namespace hermetic::host {
namespace {

// venv's main() makes an EnvBuilder by this name, whatever its version.
constexpr char kCode[] =
    "import os, venv\n"
    "class PolicyEnvBuilder(venv.EnvBuilder):\n"
    "    def create(self, env_dir):\n"
    "        super().create(env_dir)\n"
    "        with open(os.path.join(env_dir, 'hermetic.toml'), 'w', encoding='utf-8') as file:\n"
    "            file.write(policy)\n"
    "venv.EnvBuilder = PolicyEnvBuilder\n";

bool Run(const std::string& policy) {
  const PyRef globals = PyRef::Steal(PyDict_New());
  const PyRef name = PyRef::Steal(PyUnicode_FromString("hermetic.new_environments"));
  const PyRef text = PyRef::Steal(
      PyUnicode_FromStringAndSize(policy.data(), static_cast<Py_ssize_t>(policy.size())));
  if (!globals || !name || !text ||
      PyDict_SetItemString(globals.get(), "__builtins__", PyEval_GetBuiltins()) != 0 ||
      PyDict_SetItemString(globals.get(), "__name__", name.get()) != 0 ||
      PyDict_SetItemString(globals.get(), "policy", text.get()) != 0) {
    return false;
  }
  return static_cast<bool>(
      PyRef::Steal(PyRun_String(kCode, Py_file_input, globals.get(), globals.get())));
}

}  // namespace

absl::Status WritePolicyIntoNewEnvironments(const std::string& policy) {
  const HostActivity ours;
  if (Run(policy)) return absl::OkStatus();
  PyErr_Print();
  return absl::FailedPreconditionError("the module venv cannot be used");
}

}  // namespace hermetic::host
