// The profiles that the policy files of this start define, for the Python API.
#ifndef HERMETIC_STDLIB_OVERLAY_FILE_PROFILES_H_
#define HERMETIC_STDLIB_OVERLAY_FILE_PROFILES_H_

#include <Python.h>

#include "profiles/profile_book.h"

namespace hermetic::overlay {

// From here on Python code can name them. Once, before Python code runs; where
// nobody calls it (the extension module reads no files) there are none.
void OfferProfiles(ProfileBook profiles);

// _hermetic.file_profile()
PyObject* FileProfile(PyObject* module, PyObject* name) noexcept;

}  // namespace hermetic::overlay

#endif  // HERMETIC_STDLIB_OVERLAY_FILE_PROFILES_H_
