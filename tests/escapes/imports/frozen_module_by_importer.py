# policy: --deny-import __hello__
# evidence: printed {answer}
# args: {expression}

import importlib.machinery
import importlib.util
import sys

spec = importlib.machinery.FrozenImporter.find_spec("__hello__")
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
a, b = map(int, sys.argv[1].split("*"))
print(a * b)
