// A file inside a zip archive, read as zipimport reads it. Knows no Python.
#ifndef HERMETIC_GUARDS_ARCHIVE_MEMBER_H_
#define HERMETIC_GUARDS_ARCHIVE_MEMBER_H_

#include <optional>
#include <string>
#include <string_view>

namespace hermetic {

// The content of `name` in the archive whose bytes are `archive`; nullopt if
// there is none, or none that is understood (ZIP64, encrypted, 64 MiB and more).
std::optional<std::string> ReadArchiveMember(std::string_view archive, std::string_view name);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_ARCHIVE_MEMBER_H_
