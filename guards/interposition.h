// Functions of the C library that this executable defines anew. The linker binds
// libpython's calls to ours when it is static; the dynamic linker binds those of
// a shared libpython, of extension modules and of libraries (SQLite, OpenSSL,
// GDBM, ...), since an executable's symbols come first. Not reached: the C
// library's calls within itself, and system calls made by hand.
#ifndef HERMETIC_GUARDS_INTERPOSITION_H_
#define HERMETIC_GUARDS_INTERPOSITION_H_

#include <dlfcn.h>

// Declares `function`, of our own choice of name so that no header's inline
// version or redirection meets it, as the C library's `symbol`.
#define HERMETIC_INTERPOSE(function, symbol) \
  function __asm__(symbol) __attribute__((visibility("default")))

// The C library's `symbol`, as another name of its `target`, defined in this file.
#define HERMETIC_INTERPOSE_ALIAS(function, symbol, target) \
  function __asm__(symbol) __attribute__((alias(target), visibility("default")))

namespace hermetic {

// The definition that we hide: the C library's, or that of a preloaded library.
template <typename Function>
Function NextDefinition(const char* symbol) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, symbol));
}

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_INTERPOSITION_H_
