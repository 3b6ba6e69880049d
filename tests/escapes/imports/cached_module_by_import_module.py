# policy: --deny-import json
# evidence: printed {answer}
# args: {expression}

import importlib
import sys
import types

cached = types.ModuleType("json")
cached.product = lambda a, b: a * b
sys.modules["json"] = cached
a, b = map(int, sys.argv[1].split("*"))
print(importlib.import_module("json").product(a, b))
