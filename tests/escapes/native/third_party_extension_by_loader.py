# policy: --block-native
# evidence: printed {answer}
# args: {expression}
# needs: module markupsafe._speedups

import importlib.machinery
import importlib.util
import sys

import markupsafe

spec = importlib.machinery.PathFinder.find_spec("markupsafe._speedups", markupsafe.__path__)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
a, b = map(int, sys.argv[1].split("*"))
print(a * b)
