#include "stdlib_overlay/file_profiles.h"

#include <string>
#include <utility>

#include "guards/args.h"
#include "profiles/builtin_profiles.h"
#include "stdlib_overlay/policy_fields.h"

namespace hermetic::overlay {
namespace {

ProfileBook& Book() {
  static auto* book = new ProfileBook();
  return *book;
}

}  // namespace

void OfferProfiles(ProfileBook profiles) { Book() = std::move(profiles); }

PyObject* FileProfile(PyObject* /*module*/, PyObject* name) noexcept {
  const auto text = Utf8View(name);
  if (!text || FindBuiltinProfile(*text) != nullptr) Py_RETURN_NONE;
  // A file's paths are relative to the file.
  const auto profile = Book().ApplyProfile(*text, "/");
  if (absl::IsNotFound(profile.status())) Py_RETURN_NONE;
  if (!profile.ok()) {
    PyErr_SetString(PyExc_ValueError, std::string(profile.status().message()).c_str());
    return nullptr;
  }
  return GivenFields(*profile).Release();
}

}  // namespace hermetic::overlay
