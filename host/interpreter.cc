#include "host/interpreter.h"

#include <Python.h>

#include <cstdlib>
#include <string>

#include "host/executable.h"

namespace hermetic::host {
namespace {

class Config {
 public:
  Config() { PyConfig_InitPythonConfig(&config_); }
  ~Config() { PyConfig_Clear(&config_); }
  Config(const Config&) = delete;
  Config& operator=(const Config&) = delete;

  // Leaves the field to CPython if `value` is empty.
  void Set(wchar_t* PyConfig::*field, const std::string& value) {
    if (!value.empty()) Check(PyConfig_SetBytesString(&config_, &(config_.*field), value.c_str()));
  }
  void SetArguments(PythonArguments arguments) {
    Check(PyConfig_SetBytesArgv(&config_, static_cast<Py_ssize_t>(arguments.size()),
                                arguments.data()));
  }
  void Initialize() { Check(Py_InitializeFromConfig(&config_)); }

 private:
  // What stops python3 at start stops us in the same words: CPython's own exit.
  void Check(PyStatus status) {
    if (!PyStatus_Exception(status)) return;
    PyConfig_Clear(&config_);
    Py_ExitStatusException(status);
  }

  PyConfig config_;
};

}  // namespace

void PreInitialize(PythonArguments arguments) {
  PyPreConfig preconfig;
  PyPreConfig_InitPythonConfig(&preconfig);
  const PyStatus status = Py_PreInitializeFromBytesArgs(
      &preconfig, static_cast<Py_ssize_t>(arguments.size()), const_cast<char**>(arguments.data()));
  if (PyStatus_Exception(status)) Py_ExitStatusException(status);
}

void Initialize(PythonArguments arguments) {
  const Executable self = LocateExecutable(arguments.empty() ? "" : arguments[0]);
  Config config;
  config.SetArguments(arguments);
  config.Set(&PyConfig::executable, self.path);
  config.Set(&PyConfig::base_executable, self.base);
  // CPython looks for its library around the executable first, and ours may lie
  // anywhere, beside another Python too. PYTHONHOME still wins over these. Where
  // PYTHONPLATLIBDIR asks for another library, python3 searches, and warns.
  if (std::getenv("PYTHONPLATLIBDIR") == nullptr) {
    config.Set(&PyConfig::prefix, CPYTHON_PREFIX);
    config.Set(&PyConfig::exec_prefix, CPYTHON_EXEC_PREFIX);
  }
  config.Initialize();
}

int RunMain() { return Py_RunMain(); }

}  // namespace hermetic::host
