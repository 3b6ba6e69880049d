// Files: no changes, and reads only where they are allowed.
//
// What the path alone decides is decided behind the C library's functions (see
// file_gate.h). The audit events answer first where no path is needed, and the
// guarded builtins bring a refusal inside a library to the program.
#ifndef HERMETIC_GUARDS_FILESYSTEM_GUARD_H_
#define HERMETIC_GUARDS_FILESYSTEM_GUARD_H_

#include <string_view>

#include "guards/guard.h"

namespace hermetic {

extern const Guard kFilesystemGuard;
// Refusals at the gate become exceptions, under any policy.
extern const Guard kRefusedFileGuard;

// Keeps readable what is imported from sys.path as it is by now, the working directory ('') left
// out. Before any code of the program runs. GIL held.
void NoteSearchPath();

// What the dynamic linker is about to open within itself; a name without a slash
// it searches in directories of its own.
Verdict CheckLoadedFile(const ActivePolicy& active, std::string_view path);

// The kernel writes them past every guard. For good: not for `with` blocks.
void ForbidCoreFiles();

// May the environment variable `name` be set to `value`? The C library opens what
// some name: time zones, locales, its own configuration.
Verdict CheckFileVariable(const ActivePolicy& active, std::string_view name,
                          std::string_view value);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_FILESYSTEM_GUARD_H_
