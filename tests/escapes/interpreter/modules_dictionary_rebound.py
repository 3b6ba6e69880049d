# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {expression}

import sys


class Modules(dict):
    pass


seen = Modules(sys.modules)
sys.modules = seen
seen["json"] = lambda: 0
import importlib

a, b = map(int, sys.argv[1].split("*"))
print(a * b if importlib.sys.modules is seen else 0)
