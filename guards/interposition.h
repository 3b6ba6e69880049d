// Functions of the C library that this program defines anew.
//
// In the executable they take the C library's place by themselves: the linker
// binds libpython's calls to ours when it is static; the dynamic linker binds
// those of a shared libpython, of extension modules and of libraries (SQLite,
// OpenSSL, GDBM, ...), since an executable's symbols come first. In the extension
// module they are seen by nobody, and call_redirection.h brings the calls to them.
// Not reached either way: the C library's calls within itself, and system calls
// made by hand.
#ifndef HERMETIC_GUARDS_INTERPOSITION_H_
#define HERMETIC_GUARDS_INTERPOSITION_H_

#include <dlfcn.h>

namespace hermetic {

struct InterposedFunction {
  const char* symbol;
  void* function;
};

}  // namespace hermetic

// A row of the table that the extension module reads; the linker drops it from
// the executable, where nothing refers to the section.
#define HERMETIC_INTERPOSED_ROW(function, symbol)                      \
  [[gnu::section("hermetic_interposed"),                               \
    gnu::used]] const ::hermetic::InterposedFunction function##Row = { \
      symbol, reinterpret_cast<void*>(&(function))}

// Declares `function`, of our own choice of name so that no header's inline
// version or redirection meets it, as the C library's `symbol`.
#define HERMETIC_INTERPOSE(function, symbol)                       \
  function __asm__(symbol) __attribute__((visibility("default"))); \
  HERMETIC_INTERPOSED_ROW(function, symbol)

// The C library's `symbol`, as another name of its `target`, defined in this file.
#define HERMETIC_INTERPOSE_ALIAS(function, symbol, target)                        \
  function __asm__(symbol) __attribute__((alias(target), visibility("default"))); \
  HERMETIC_INTERPOSED_ROW(function, symbol)

namespace hermetic {

// The definition that we hide: the C library's, or that of a preloaded library.
template <typename Function>
Function NextDefinition(const char* symbol) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, symbol));
}

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_INTERPOSITION_H_
