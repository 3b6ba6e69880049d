// Folders that this process has moved. What they hold may be older than the
// process, but has not been where it is now. Knows no Python.
#ifndef HERMETIC_GUARDS_MOVED_FOLDERS_H_
#define HERMETIC_GUARDS_MOVED_FOLDERS_H_

#include <string>

namespace hermetic {

// Before `path` is moved, which counts if it is a folder. For any thread.
void NoteMovedFolder(int dirfd, const char* path);

// One of the folders above `path` (absolute, without links) was moved.
bool IsInMovedFolder(std::string path);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_MOVED_FOLDERS_H_
