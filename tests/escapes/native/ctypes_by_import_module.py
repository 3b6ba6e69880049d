# policy: --block-native
# evidence: printed {answer}
# args: {expression}

import importlib
import sys

a, b = map(int, sys.argv[1].split("*"))
print(importlib.import_module("ctypes").CDLL(None).abs(-a) * b)
