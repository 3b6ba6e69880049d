#include "guards/child_environment.h"

#include <alloca.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>

namespace hermetic {
namespace {

// By address: libc makes a new string for every value that is set, and frees none.
using Entries = std::vector<const char*>;

std::atomic<const Entries*> noted{nullptr};

bool IsShown(const std::vector<EnvironmentRules>& levels, const char* entry) {
  const Entries* entries = noted.load(std::memory_order_acquire);
  if (entries == nullptr ||
      !std::binary_search(entries->begin(), entries->end(), entry, std::less<>())) {
    return true;
  }
  std::string_view name = entry;
  name = name.substr(0, name.find('='));
  return IsHarmlessVariable(name) ||
         std::all_of(levels.begin(), levels.end(),
                     [&](const EnvironmentRules& rules) { return rules.IsGranted(name); });
}

}  // namespace

void NoteVariables() {
  // Never freed: a thread that starts something may be reading. Blocks come in
  // thousands, other variables do not.
  static auto& all = *new std::vector<std::unique_ptr<const Entries>>;
  auto entries = std::make_unique<Entries>();
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    entries->push_back(*entry);
  }
  std::sort(entries->begin(), entries->end(), std::less<>());
  if (!all.empty() && *all.back() == *entries) return;
  all.push_back(std::move(entries));
  noted.store(all.back().get(), std::memory_order_release);
}

int WithChildEnvironment(const std::vector<EnvironmentRules>& levels, char* const envp[],
                         absl::FunctionRef<int(char* const*)> start) {
  if (levels.empty() || envp != environ || envp == nullptr) return start(envp);
  size_t count = 0;
  while (envp[count] != nullptr) ++count;
  auto** shown = static_cast<char**>(alloca((count + 1) * sizeof(char*)));
  char** end = std::copy_if(envp, envp + count, shown,
                            [&](const char* entry) { return IsShown(levels, entry); });
  *end = nullptr;
  return start(shown);
}

}  // namespace hermetic
