// Whether a module can be found, without importing anything. For telling an
// unknown target before Python starts; the import system has the last word.
#ifndef HERMETIC_RESOLVER_MODULE_SEARCH_H_
#define HERMETIC_RESOLVER_MODULE_SEARCH_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace hermetic::resolver {

// False only if the top-level module `name` surely is in none of `directories`
// (library and site directories, an entry may be an archive): neither as a file
// or package, nor through a .pth file, nor through an import hook that a .pth
// file installs (editable installations).
bool MayBeImportable(absl::string_view name, const std::vector<std::string>& directories);

}  // namespace hermetic::resolver

#endif  // HERMETIC_RESOLVER_MODULE_SEARCH_H_
