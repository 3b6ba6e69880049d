// Which modules may be imported and which native code may be loaded. Knows no
// Python.
#ifndef HERMETIC_GUARDS_IMPORT_RULES_H_
#define HERMETIC_GUARDS_IMPORT_RULES_H_

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "absl/types/span.h"
#include "profiles/policy.h"

namespace hermetic {

enum class ImportAnswer : uint8_t {
  kAllowed,
  kDenied,           // --deny-import, or implied by another restriction.
  kDeniedToProgram,  // Libraries may import it; its functions are guarded.
  kDeniedNative,     // --block-native.
  kGrantedNative,    // Packages that may bring native code may import it; it may not be called.
};

class ImportRules {
 public:
  static ImportRules Compile(const Policy& policy);

  // By dotted name: what `import NAME` may do, whatever NAME turns out to be.
  ImportAnswer DecideName(std::string_view name) const;

  // An extension module NAME in the shared object `path` (absolute, resolved).
  ImportAnswer DecideExtension(std::string_view name, std::string_view path) const;

  // What the lists refuse, without the submodules that they imply.
  const std::vector<std::string>& denied_names() const { return denied_names_; }

  bool blocks_native() const { return block_native_; }
  const std::vector<std::string>& allowed_native() const { return allowed_native_; }

  // For use as a key. The lists that are ours are there or not, and need not be compared name by
  // name.
  friend auto operator<=>(const ImportRules& a, const ImportRules& b) {
    const auto key = [](const ImportRules& rules) {
      return std::make_tuple(rules.block_native_, rules.denied_to_program_.empty(),
                             std::cref(rules.allowed_native_), std::cref(rules.denied_));
    };
    return key(a) <=> key(b);  // NOLINT(modernize-use-nullptr): no pointer is compared.
  }

 private:
  bool IsGrantedNative(std::string_view name) const;

  bool block_native_ = false;
  std::vector<std::string> denied_;
  std::vector<std::string> denied_to_program_;
  std::vector<std::string> denied_native_;
  std::vector<std::string> allowed_native_;
  std::vector<std::string> denied_names_;
};

// With --no-code-exec: modules whose loaders build code or call what the data says.
absl::Span<const std::string_view> PickleModules();
// With --no-subprocess and --block-native: packages that start processes.
absl::Span<const std::string_view> SubprocessModules();

// The directory of the interpreter's own modules; fixed when the interpreter was
// built, so that no variable or option can name another.
std::string_view InterpreterStdlib();
// For a program that is loaded into an interpreter: the library of that one.
// Before any policy.
void SetInterpreterStdlib(std::string directory);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_IMPORT_RULES_H_
