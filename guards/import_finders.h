// Are the objects that find modules as the interpreter made them?
#ifndef HERMETIC_GUARDS_IMPORT_FINDERS_H_
#define HERMETIC_GUARDS_IMPORT_FINDERS_H_

#include <Python.h>

namespace hermetic {

// Of the list sys.meta_path: every finder looks modules up with code of the
// interpreter or of an installed package. Runs no code of the program. GIL held.
bool AreGenuineFinders(PyObject* meta_path);

// The same of the dict sys.path_importer_cache; and each finder looks where its
// key says.
bool AreGenuineImporters(PyObject* importer_cache);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_IMPORT_FINDERS_H_
