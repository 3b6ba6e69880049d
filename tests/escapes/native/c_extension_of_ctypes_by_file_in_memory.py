# policy: --block-native
# evidence: printed {answer}
# args: {expression}

import _imp
import importlib.machinery
import os
import sys

fd = os.memfd_create("x")
with open(importlib.machinery.PathFinder.find_spec("_ctypes").origin, "rb") as file:
    os.write(fd, file.read())
spec = importlib.machinery.ModuleSpec("innocent._ctypes", None, origin=f"/proc/self/fd/{fd}")
module = _imp.create_dynamic(spec)
_imp.exec_dynamic(module)
a, b = map(int, sys.argv[1].split("*"))
print(a * b if module.dlopen(None, 2) else 0)
