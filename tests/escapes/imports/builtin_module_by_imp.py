# policy: --deny-import gc
# evidence: printed {answer}
# args: {expression}

import _imp
import importlib.machinery
import sys

module = _imp.create_builtin(importlib.machinery.ModuleSpec("gc", None))
a, b = map(int, sys.argv[1].split("*"))
print(a * b if module.collect() >= 0 else 0)
