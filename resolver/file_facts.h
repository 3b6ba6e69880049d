// What the resolver asks of the file system: a few read-only questions, each
// answered without an error where "no" is an answer. Paths are bytes.
#ifndef HERMETIC_RESOLVER_FILE_FACTS_H_
#define HERMETIC_RESOLVER_FILE_FACTS_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace hermetic::resolver {

enum class FileType : uint8_t { kMissing, kRegular, kDirectory, kFifo, kOther };

// Follows links. What cannot be reached (a closed directory) is missing.
FileType TypeOf(const std::string& path);

bool IsExecutableFile(const std::string& path);

// The first `limit` bytes, fewer if the file is shorter; empty if it cannot be
// read or is no regular file (a FIFO would block).
std::string ReadHead(const std::string& path, size_t limit);

// True if the file ends in a zip archive's end record, which is what decides
// for Python's zipimport; anything may stand before the archive.
bool EndsAsZip(const std::string& path);

// The path with all links followed, or empty if it leads nowhere.
std::string RealPath(const std::string& path);

// As shell's dirname and basename, for paths without trailing slash.
absl::string_view DirectoryOf(absl::string_view path);
absl::string_view BasenameOf(absl::string_view path);
std::string Join(absl::string_view directory, absl::string_view name);

// The first executable regular file called `name` in the directories of
// `search_path` (as in PATH; an empty entry is the current directory).
std::string FindOnPath(absl::string_view name, absl::string_view search_path);

// A value as it may be shown in a message: control characters and bytes that
// are no UTF-8 are escaped.
std::string Shown(absl::string_view value);

}  // namespace hermetic::resolver

#endif  // HERMETIC_RESOLVER_FILE_FACTS_H_
