#include "host/interpreter.h"

#include <Python.h>

#include <cstdlib>
#include <string>

#include "absl/strings/str_cat.h"
#include "guards/py_ref.h"
#include "stdlib_overlay/overlay.h"

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
  // sys.argv[0] and sys.path[0] follow from it; what runs does not.
  void SetScriptName(const std::string& name) {
    Check(PyConfig_Read(&config_));
    if (config_.argv.length > 0) {
      Check(PyConfig_SetBytesString(&config_, &config_.argv.items[0], name.c_str()));
    }
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

// The environment's own python may be one without guards: children are to be
// this program, and find the environment by VIRTUAL_ENV.
void SetExecutable(const std::string& program) {
  const PyRef path = PyRef::Steal(PyUnicode_DecodeFSDefault(program.c_str()));
  if (!path || PySys_SetObject("executable", path.get()) != 0) Py_FatalError("sys.executable");
}

}  // namespace

void PreInitialize(PythonArguments arguments) {
  PyPreConfig preconfig;
  PyPreConfig_InitPythonConfig(&preconfig);
  const PyStatus status = Py_PreInitializeFromBytesArgs(
      &preconfig, static_cast<Py_ssize_t>(arguments.size()), const_cast<char**>(arguments.data()));
  if (PyStatus_Exception(status)) Py_ExitStatusException(status);
}

void Initialize(const Startup& startup) {
  const Executable& self = startup.executable;
  Config config;
  config.SetArguments(startup.arguments);
  config.Set(&PyConfig::executable, self.path);
  config.Set(&PyConfig::base_executable, self.base);
  if (!startup.venv.empty()) {
    // `site` finds an environment around sys.executable and nowhere else.
    config.Set(&PyConfig::executable, absl::StrCat(startup.venv, "/bin/python"));
    config.Set(&PyConfig::base_executable, self.program);
  }
  // CPython looks for its library around the executable first, and ours may lie
  // anywhere, beside another Python too. PYTHONHOME still wins over these. Where
  // PYTHONPLATLIBDIR asks for another library, python3 searches, and warns.
  if (std::getenv("PYTHONPLATLIBDIR") == nullptr) {
    config.Set(&PyConfig::prefix, CPYTHON_PREFIX);
    config.Set(&PyConfig::exec_prefix, CPYTHON_EXEC_PREFIX);
  }
  if (!startup.script_name.empty()) config.SetScriptName(startup.script_name);
  if (!overlay::Register()) Py_ExitStatusException(PyStatus_NoMemory());
  config.Initialize();
  if (!overlay::HideBuiltinName()) PyErr_Clear();
  if (!startup.venv.empty()) SetExecutable(self.program);
}

int RunMain() { return Py_RunMain(); }

}  // namespace hermetic::host
