# policy: --block-native
# evidence: printed {answer}
# args: {expression}

import importlib.machinery
import importlib.util
import sys

spec = importlib.machinery.PathFinder.find_spec("_ctypes")
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
a, b = map(int, sys.argv[1].split("*"))
print(a * b if module.dlopen(None, 2) else 0)
