# policy: --block-native
# evidence: printed {answer}
# args: {expression}

import _imp
import importlib.machinery
import sys

module = _imp.create_dynamic(importlib.machinery.PathFinder.find_spec("_ctypes"))
_imp.exec_dynamic(module)
a, b = map(int, sys.argv[1].split("*"))
print(a * b if module.dlopen(None, 2) else 0)
