// Lists and dicts that ask before they change. Guarding exchanges the type of the
// object for a subclass of the same layout: it stays the object that everybody
// knows, references taken earlier are guarded too, and readers, C code among them,
// see an ordinary list or dict.
#ifndef HERMETIC_GUARDS_GUARDED_CONTAINERS_H_
#define HERMETIC_GUARDS_GUARDED_CONTAINERS_H_

#include <Python.h>

#include <string_view>

namespace hermetic {

// True if the change may be made; false with a Python exception set. `what`
// names the container, e.g. "sys.path".
using MutationQuestion = bool (*)(std::string_view what);

// Guards `container`, exactly a list or a dict, until ReleaseContainer; `what` must
// be a literal and have nothing guarded yet. False with an exception set. GIL held.
bool GuardContainer(PyObject* container, const char* what, MutationQuestion question);

// Makes an ordinary one again of what is guarded as `what`, if anything is.
void ReleaseContainer(const char* what);

bool HasGuardedContainer(const char* what);

// The container is the one that is guarded as `what`, and holds what it held after
// its last permitted change: list.append(sys.path, ...) and the like pass by the
// questions.
bool IsUntouched(PyObject* container, const char* what);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_GUARDED_CONTAINERS_H_
