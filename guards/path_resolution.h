// Which file a path leads to, asked of the kernel. Usable without the GIL, in
// any thread and between fork and exec: no allocation, no locks, plain system
// calls that no interposed function sees.
#ifndef HERMETIC_GUARDS_PATH_RESOLUTION_H_
#define HERMETIC_GUARDS_PATH_RESOLUTION_H_

#include <climits>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hermetic {

// Text in place, for canonical paths.
class PathBuffer {
 public:
  // False, with errno ENAMETOOLONG, if the text does not fit.
  bool Assign(std::string_view text);
  bool Append(std::string_view text);
  std::string_view view() const { return {text_, size_}; }
  const char* c_str() const { return text_; }

 private:
  friend bool ReadDescriptorPath(int fd, PathBuffer* path);
  char text_[PATH_MAX];
  size_t size_ = 0;
};

enum class LastLink : uint8_t { kFollow, kKeep };

// The canonical path of what `path` names, relative to `dirfd` as for openat(2).
// Where the end of it is missing, that of the file as it would be made. False
// with errno set. By the time it is used the answer may have changed: use it in
// ways that fail then (OpenCanonical).
bool ResolvePath(int dirfd, const char* path, LastLink last, PathBuffer* canonical);

// What /proc/self/fd says about `fd`; without a leading slash for pipes and sockets.
bool ReadDescriptorPath(int fd, PathBuffer* path);

// "a/b/" is the entry "b" of "a", "b" that of ".". False for a path that ends in
// no name ("/", "a/..") and for one that is too long.
bool SplitEntry(std::string_view path, PathBuffer* parent, PathBuffer* name);

// "dir" + "name" -> "dir/name"
bool AppendName(std::string_view name, PathBuffer* path);

// The canonical path of `path` if no link is on the way, by spelling alone. False
// if `path` has `..` or the like, or is relative to a descriptor.
bool SpellCanonical(int dirfd, const char* path, PathBuffer* canonical);

// True if `path` is absolute and has no empty, `.` or `..` component, so that it
// is canonical unless there is a link on the way.
bool IsLexicallyCanonical(std::string_view path);

// open(2) without following any link, so that what is opened has this path. ELOOP
// if a link stands on the way by now.
int OpenCanonical(const char* canonical, int flags, unsigned mode);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_PATH_RESOLUTION_H_
