# policy: --block-native --allow-native numpy
# evidence: printed {answer}
# args: {expression}
# needs: module markupsafe._speedups

import importlib.machinery
import importlib.util
import sys

import markupsafe

path = importlib.machinery.PathFinder.find_spec("markupsafe._speedups", markupsafe.__path__).origin
loader = importlib.machinery.ExtensionFileLoader("numpy._speedups", path)
module = importlib.util.module_from_spec(importlib.util.spec_from_loader("numpy._speedups", loader))
loader.exec_module(module)
a, b = map(int, sys.argv[1].split("*"))
print(a * b)
