# policy: --block-native
# evidence: printed {answer}
# args: {expression}

import importlib.machinery
import os
import shutil
import sys

os.mkdir("innocent")
shutil.copy(importlib.machinery.PathFinder.find_spec("_ctypes").origin, "innocent/_ctypes.so")
sys.path.insert(0, os.getcwd())
import innocent._ctypes as module

a, b = map(int, sys.argv[1].split("*"))
print(a * b if module.dlopen(None, 2) else 0)
