# policy: --deny-import json
# evidence: printed {answer}
# args: {expression}

# The name is in sys.modules before; it must still be refused.
import sys
import types

cached = types.ModuleType("json")
cached.product = lambda a, b: a * b
sys.modules["json"] = cached
import json

a, b = map(int, sys.argv[1].split("*"))
print(json.product(a, b))
