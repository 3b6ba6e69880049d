# policy: --block-native
# evidence: printed {answer}
# args: {expression}

import importlib.machinery
import importlib.util
import sys

path = importlib.machinery.PathFinder.find_spec("_ctypes").origin
loader = importlib.machinery.ExtensionFileLoader("innocent._ctypes", path)
module = importlib.util.module_from_spec(
    importlib.util.spec_from_loader("innocent._ctypes", loader)
)
loader.exec_module(module)
a, b = map(int, sys.argv[1].split("*"))
print(a * b if module.dlopen(None, 2) else 0)
