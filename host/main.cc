// hermetic-python and hermetic: the steps of a run, in order.
#include "host/interpreter.h"

int main(int argc, char** argv) {
  const hermetic::host::PythonArguments arguments(argv, static_cast<size_t>(argc));
  hermetic::host::PreInitialize(arguments);
  hermetic::host::Initialize(arguments);
  return hermetic::host::RunMain();
}
