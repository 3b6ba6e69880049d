// What stood on the disk before this process began can be no work of the
// program that it runs.
#ifndef HERMETIC_GUARDS_PROCESS_START_H_
#define HERMETIC_GUARDS_PROCESS_START_H_

struct stat;

namespace hermetic {

// Takes the time. Once, before any code of the program.
void NoteProcessStart();

// The file's contents or attributes changed after that (st_ctime, which no
// unprivileged call can set), or it cannot be looked at.
bool ChangedSinceStart(const char* path);
bool ChangedSinceStart(const struct stat& status);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_PROCESS_START_H_
