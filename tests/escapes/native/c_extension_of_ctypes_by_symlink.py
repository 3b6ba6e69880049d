# policy: --block-native
# evidence: printed {answer}
# args: {expression}

import importlib.machinery
import os
import sys

os.symlink(importlib.machinery.PathFinder.find_spec("_ctypes").origin, "_ctypes.so")
sys.path.insert(0, os.getcwd())
import _ctypes

a, b = map(int, sys.argv[1].split("*"))
print(a * b if _ctypes.dlopen(None, 2) else 0)
