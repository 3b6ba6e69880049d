// Imports: denied names by every route, and native code from outside the
// interpreter's own library.
#ifndef HERMETIC_GUARDS_IMPORTS_GUARD_H_
#define HERMETIC_GUARDS_IMPORTS_GUARD_H_

#include <string>
#include <string_view>

#include "guards/guard.h"

namespace hermetic {

extern const Guard kImportsGuard;

// May the importer whose frame is innermost have the module `name`?
Verdict CheckModuleName(const ActivePolicy& active, std::string_view name);

// The archive in "/x/app.zip/package/module.py", which is a file, not a
// directory; empty if there is none.
std::string ArchiveOf(std::string path);

// The same as CheckModuleName for a file that is being read as code, by the name that it has on
// the import path; loaders can be told any name.
Verdict CheckModuleFile(const ActivePolicy& active, const std::string& path);

// May the environment variable `name` be set? Some name shared objects to load.
Verdict CheckLibraryVariable(const ActivePolicy& active, std::string_view name);

// A module that is loaded already is found without any event, so what the
// policy denies is taken out of sys.modules. GIL held.
void HideDeniedModules();

// Puts back what no level in force denies any more. GIL held.
void RestoreAllowedModules();

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_IMPORTS_GUARD_H_
