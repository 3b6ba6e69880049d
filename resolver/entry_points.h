// Console scripts as installed distributions declare them:
// *.dist-info/entry_points.txt, *.egg-info/entry_points.txt.
#ifndef HERMETIC_RESOLVER_ENTRY_POINTS_H_
#define HERMETIC_RESOLVER_ENTRY_POINTS_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace hermetic::resolver {

// "module:attr" as an entry point or a user writes it.
struct ObjectReference {
  std::string module;  // Dotted.
  std::string attr;    // Dotted; empty if only a module is named.

  bool operator==(const ObjectReference&) const = default;
};

// nullopt if `text` is not made of Python identifiers. The colon splits once.
std::optional<ObjectReference> ParseObjectReference(absl::string_view text);

// The [console_scripts] entry called `name` of an entry_points.txt, its extras
// dropped.
std::optional<ObjectReference> FindInEntryPoints(absl::string_view text, absl::string_view name);

struct ConsoleScript {
  ObjectReference object;
  std::string metadata;  // The file that declares it.
};

// The first declaration of `name` in these site directories, in their order;
// within one, the distribution that is called like the script is asked first.
std::optional<ConsoleScript> FindConsoleScript(absl::string_view name,
                                               absl::Span<const std::string> site_directories);

}  // namespace hermetic::resolver

#endif  // HERMETIC_RESOLVER_ENTRY_POINTS_H_
