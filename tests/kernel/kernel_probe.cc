// Puts the kernel layer in force without any interpreter and then lets native
// code try things. For tests/kernel/run.py.
//
// usage: kernel_probe [--OPTION[=VALUE]]... [:then [--OPTION...]]...
//                     (-- PROGRAM ARG... | ++ LIBRARY WORD...)
//
// Each `:then` begins another policy, stacked on the ones before. PROGRAM is
// executed; of LIBRARY, loaded before committing, `int raw_main(int, char**)` is
// called with the words.
#include <dlfcn.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "guards/kernel/kernel_layer.h"
#include "profiles/option_table.h"
#include "profiles/option_value.h"

namespace {

using hermetic::Policy;
using hermetic::kernel::KernelLayer;
using hermetic::kernel::KernelRequest;

int Fail(std::string_view message) {
  fprintf(stderr, "kernel_probe: %.*s\n", static_cast<int>(message.size()), message.data());
  return 1;
}

bool SetOption(std::string_view argument, Policy& policy) {
  argument.remove_prefix(2);
  const size_t equals = argument.find('=');
  const hermetic::Option* option = hermetic::FindFlag(argument.substr(0, equals));
  if (option == nullptr) return false;
  std::string_view value = equals == std::string_view::npos ? "true" : argument.substr(equals + 1);
  if (option->name == "fs-readonly" && value != "true") {
    policy.fs_root = value;
    value = "true";
  }
  const auto canonical = hermetic::CanonicalValue(option->kind, value, "/");
  return canonical.ok() && hermetic::StoreValue(*option, *canonical, &policy).ok();
}

}  // namespace

int main(int argc, char** argv) {
  KernelRequest request;
  request.levels.emplace_back();
  int i = 1;
  for (; i < argc && strcmp(argv[i], "--") != 0 && strcmp(argv[i], "++") != 0; ++i) {
    if (strcmp(argv[i], ":then") == 0) {
      request.levels.emplace_back();
    } else if (strcmp(argv[i], ":inherited") == 0) {
      ++request.inherited;
      request.levels.emplace_back();
    } else if (!SetOption(argv[i], request.levels.back())) {
      return Fail(argv[i]);
    }
  }
  if (i + 1 >= argc) return Fail("nothing to run");

  int (*raw_main)(int, char**) = nullptr;
  if (strcmp(argv[i], "++") == 0) {
    void* library = dlopen(argv[i + 1], RTLD_NOW);
    if (library == nullptr) return Fail(dlerror());
    raw_main = reinterpret_cast<int (*)(int, char**)>(dlsym(library, "raw_main"));
  }
  absl::StatusOr<KernelLayer> layer = KernelLayer::Prepare(std::move(request));
  if (!layer.ok()) return Fail(layer.status().ToString());
  if (absl::Status status = layer->Commit(); !status.ok()) return Fail(status.ToString());
  if (const std::string line = layer->MissingLine(); !line.empty()) {
    fprintf(stderr, "%s\n", line.c_str());
  }
  layer->AfterPythonStarted();
  if (absl::Status status = layer->SealNativeCode(); !status.ok()) return Fail(status.ToString());

  if (raw_main == nullptr) {
    execvp(argv[i + 1], argv + i + 1);
    perror(argv[i + 1]);
    return 127;
  }
  const int code = raw_main(argc - i - 2, argv + i + 2);
  if (layer->denials() != nullptr) {
    for (const auto& denial : layer->denials()->ReadNew()) {
      printf("denied %s %s\n", denial.operation.c_str(), denial.target.c_str());
    }
  }
  return code;
}
