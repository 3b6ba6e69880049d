// Where this program lies, as far as Python has to be told.
#ifndef HERMETIC_HOST_EXECUTABLE_H_
#define HERMETIC_HOST_EXECUTABLE_H_

#include <string>

namespace hermetic::host {

struct Executable {
  std::string program;  // sys.executable as it will be.
  // What CPython has to be told; empty where what it derives from argv[0] is right.
  std::string path;  // sys.executable
  std::string base;  // sys._base_executable
};

// CPython believes argv[0]. That is right for a path, a name found on PATH or a
// virtual environment's link, and wrong where argv[0] names nothing or another
// program: sys.executable would be empty or a Python without guards. There the
// kernel's word (/proc/self/exe) is taken. The name `hermetic` answers as the
// hermetic-python beside it, because sys.executable must take python3's options.
Executable LocateExecutable(const std::string& argv0);

}  // namespace hermetic::host

#endif  // HERMETIC_HOST_EXECUTABLE_H_
