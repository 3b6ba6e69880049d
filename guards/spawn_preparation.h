// Brings what the next program will be told in line with the levels in force.
#ifndef HERMETIC_GUARDS_SPAWN_PREPARATION_H_
#define HERMETIC_GUARDS_SPAWN_PREPARATION_H_

namespace hermetic {

// The levels have changed, or what the interpreter may read for itself. Those that hold for good
// are at once what every program will be told; those of a `with` block follow when the program
// comes to start something, so that a block costs nothing. GIL held.
void NoteLevels();

// Before anything is started. GIL held.
void PrepareSpawn();

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_SPAWN_PREPARATION_H_
