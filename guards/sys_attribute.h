// The attributes of the module sys.
#ifndef HERMETIC_GUARDS_SYS_ATTRIBUTE_H_
#define HERMETIC_GUARDS_SYS_ATTRIBUTE_H_

#include <Python.h>

namespace hermetic {

// The value of the key that is exactly a str and says `key`. Borrowed, or null.
// PyDict_GetItem would run the methods of other keys, which a program can have
// put there. GIL held.
PyObject* PlainItem(PyObject* dict, const char* key);

// sys.NAME, found like that; `name` must be a literal.
PyObject* SysAttribute(const char* name);

// Before any code of the program: where SysAttribute looks.
void NoteSysModule();

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_SYS_ATTRIBUTE_H_
