#include "guards/import_rules.h"

#include <algorithm>
#include <array>

namespace hermetic {
namespace {

// Ways to call any C function or to reach any memory; part of the standard
// library or not makes no difference.
constexpr auto kForeignFunctionModules =
    std::to_array<std::string_view>({"ctypes", "_ctypes", "cffi", "_cffi_backend", "_ctypes_test"});

// Numerical packages import them for their types, and for callers who need them.
constexpr auto kForeignTypeModules = std::to_array<std::string_view>({"ctypes", "_ctypes"});

constexpr auto kPickleModules = std::to_array<std::string_view>(
    {"pickle", "_pickle", "cPickle", "marshal", "shelve", "dill", "cloudpickle", "jsonpickle"});

constexpr auto kSubprocessModules =
    std::to_array<std::string_view>({"sh", "pexpect", "plumbum", "sarge", "delegator"});

// Test helpers of CPython that reach into the interpreter's memory; never part
// of a program, and refused under any policy that limits imports at all.
constexpr auto kInterpreterTestModules = std::to_array<std::string_view>(
    {"_testcapi", "_testinternalcapi", "_testlimitedcapi", "_testclinic", "_testmultiphase",
     "_testbuffer", "_testimportmultiple", "_xxtestfuzz", "_testexternalinspection"});

bool IsOrIsInside(std::string_view name, std::string_view module) {
  return name.starts_with(module) && (name.size() == module.size() || name[module.size()] == '.');
}

template <typename Modules>
bool Covers(const Modules& modules, std::string_view name) {
  return std::any_of(modules.begin(), modules.end(),
                     [&](std::string_view module) { return IsOrIsInside(name, module); });
}

template <typename Modules>
void Append(std::vector<std::string>* list, const Modules& modules) {
  for (const auto& module : modules) list->emplace_back(module);
}

std::string& Stdlib() {
  static auto& directory = *new std::string(HERMETIC_CPYTHON_STDLIB);
  return directory;
}

}  // namespace

absl::Span<const std::string_view> PickleModules() { return kPickleModules; }

absl::Span<const std::string_view> SubprocessModules() { return kSubprocessModules; }

std::string_view InterpreterStdlib() { return Stdlib(); }

void SetInterpreterStdlib(std::string directory) { Stdlib() = std::move(directory); }

ImportRules ImportRules::Compile(const Policy& policy) {
  ImportRules rules;
  rules.block_native_ = policy.block_native;
  rules.denied_ = policy.deny_import;
  for (const std::string& name : policy.allow_native) {
    rules.allowed_native_.push_back(name);
    // The half in C goes with the package that it is half of.
    if (name == "ctypes") rules.allowed_native_.emplace_back("_ctypes");
    if (name == "cffi") rules.allowed_native_.emplace_back("_cffi_backend");
  }
  if (policy.no_code_exec) Append(&rules.denied_to_program_, kPickleModules);
  if (policy.no_subprocess && policy.block_native) Append(&rules.denied_, kSubprocessModules);
  if (policy.block_native) {
    Append(&rules.denied_native_, kForeignFunctionModules);
  }
  if (policy.RestrictsAnything()) Append(&rules.denied_, kInterpreterTestModules);
  Append(&rules.denied_names_, rules.denied_);
  Append(&rules.denied_names_, rules.denied_to_program_);
  for (const std::string& name : rules.denied_native_) {
    if (!rules.IsGrantedNative(name)) rules.denied_names_.push_back(name);
  }
  return rules;
}

bool ImportRules::IsGrantedNative(std::string_view name) const {
  return Covers(allowed_native_, name);
}

ImportAnswer ImportRules::DecideName(std::string_view name) const {
  if (Covers(denied_, name)) return ImportAnswer::kDenied;
  if (Covers(denied_to_program_, name)) return ImportAnswer::kDeniedToProgram;
  if (!Covers(denied_native_, name) || IsGrantedNative(name)) return ImportAnswer::kAllowed;
  return !allowed_native_.empty() && Covers(kForeignTypeModules, name)
             ? ImportAnswer::kGrantedNative
             : ImportAnswer::kDeniedNative;
}

ImportAnswer ImportRules::DecideExtension(std::string_view name, std::string_view path) const {
  const ImportAnswer by_name = DecideName(name);
  const bool is_own = path.starts_with(std::string(InterpreterStdlib()) + "/lib-dynload/");
  const bool by_origin =
      by_name == ImportAnswer::kGrantedNative ||
      (by_name == ImportAnswer::kAllowed && block_native_ && !IsGrantedNative(name));
  return by_origin && !is_own ? ImportAnswer::kDeniedNative : by_name;
}

}  // namespace hermetic
