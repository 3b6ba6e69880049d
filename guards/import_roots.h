// Where imports may take code from under --no-code-exec: the import path as it
// was before the program could change it, the directory of the program, and the
// working directory of the start.
#ifndef HERMETIC_GUARDS_IMPORT_ROOTS_H_
#define HERMETIC_GUARDS_IMPORT_ROOTS_H_

#include <optional>
#include <string>
#include <string_view>

namespace hermetic {

// Reads sys.path: at arming, and once more when the target's own directory has
// been put there. GIL held.
void NoteImportRoots();

// `path` (resolved: links followed) lies in one of them and has not changed
// since the process began.
bool IsImportableFile(const std::string& path);

// The content of such a file. What was read is what was looked at, whatever
// becomes of the path meanwhile.
std::optional<std::string> ReadImportableFile(const std::string& path);

// `path` is a .pyc that IsImportableFile, at its usual place or where
// PYTHONPYCACHEPREFIX puts it.
bool IsUsableBytecode(const std::string& path);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_IMPORT_ROOTS_H_
