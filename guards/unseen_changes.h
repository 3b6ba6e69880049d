// Changes of files that their times do not tell: a folder that was moved holds
// files older than the process that have not been there before, and what is
// written through a mapping leaves no trace on some file systems (tmpfs). Knows
// no Python.
#ifndef HERMETIC_GUARDS_UNSEEN_CHANGES_H_
#define HERMETIC_GUARDS_UNSEEN_CHANGES_H_

#include <string>

namespace hermetic {

// Before `path` is moved, which counts if it is a folder. For any thread.
void NoteMovedFolder(int dirfd, const char* path);

// Before `fd` is mapped to be written.
void NoteWritableMapping(int fd);

// `path` (absolute, without links) or a folder above it was noted.
bool HasUnseenChange(std::string path);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_UNSEEN_CHANGES_H_
