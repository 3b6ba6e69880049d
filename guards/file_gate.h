// The gate in front of the C library's file functions: what the interposed
// functions ask, and how a refusal there becomes the program's exception.
//
// Deciding needs no GIL, so that the interpreter's threads run on while the
// kernel looks for a file. A refused call fails with EACCES, whoever made it;
// the violation is recorded at once, and the exception waits with the thread
// until the interpreter makes an OSError of the EACCES (or a guarded builtin
// looks for it): it takes that OSError's place.
#ifndef HERMETIC_GUARDS_FILE_GATE_H_
#define HERMETIC_GUARDS_FILE_GATE_H_

#include <Python.h>

#include <cstdint>
#include <string_view>

#include "guards/file_levels.h"
#include "guards/file_rules.h"
#include "guards/guard.h"

namespace hermetic {

enum class FileOperation : uint8_t { kOpen, kLook, kChange };

struct FileRequest {
  FileOperation operation;
  FileAccess access;
  std::string_view path;       // As the program spelled it, for messages.
  std::string_view canonical;  // What it leads to.
};

// A file function begins to which nothing is refused: what waits is of earlier.
void ForgetRefusal();

// Every level consents. No side effects; any thread.
bool IsAllowed(FileAccess access, std::string_view canonical);

// Asks every level; true, with errno EACCES, if one refuses. Takes the GIL to
// record a refusal.
bool GateRefuses(const FileRequest& request);

// The refusal of `request` by `level`, in the words of compatibility.md.
Verdict FileRefusal(const PolicyLevel& level, FileAnswer answer, const FileRequest& request);

// Raises the refusal of the last file function that this thread called, in place
// of the current exception; false if there was none. GIL held.
bool RaiseWaitingRefusal();

// For builtins that reach files through a library and report its failure in their
// own words: if they fail, the first refusal is why. What they can do without is
// no violation (SQLite opens for writing first, then for reading).
PyObject* RaiseRefusalOfLibrary(const ActivePolicy& active, const GuardedCall& call);

// os.access(), which answers False instead of raising.
PyObject* RaiseRefusalOfAccess(const ActivePolicy& active, const GuardedCall& call);

// The making of a PermissionError.
PyObject* RaiseRefusalForPermissionError(const ActivePolicy& active, const GuardedCall& call);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_FILE_GATE_H_
