// Where imports may take code from under --no-code-exec: the import path and
// sys.pycache_prefix as they were before the program could change them, the
// directory of the program, and the working directory of the start.
#ifndef HERMETIC_GUARDS_IMPORT_ROOTS_H_
#define HERMETIC_GUARDS_IMPORT_ROOTS_H_

#include <optional>
#include <string>
#include <string_view>

namespace hermetic {

// Reads sys.path: at arming, and once more when the target's own directory has
// been put there. GIL held.
void NoteImportRoots();

// `path` (links followed) lies in one of them, or is what a link in one of them
// leads to, and neither the file nor a link on the way has changed since the
// process began.
bool IsImportableFile(const std::string& path);

// The content of such a file. What was read is what was looked at, whatever
// becomes of the path meanwhile.
std::optional<std::string> ReadImportableFile(const std::string& path);

// sys.pycache_prefix as it is now, without a slash at its end; may be empty. GIL
// held.
std::string PycachePrefix();

// `path` is a .pyc that IsImportableFile, at its usual place or where
// PYTHONPYCACHEPREFIX puts it.
bool IsUsableBytecode(const std::string& path);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_IMPORT_ROOTS_H_
