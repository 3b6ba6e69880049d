# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import importlib
import sys
import types

stand_in = types.ModuleType("fractions")
sys.modules["fractions"] = stand_in
stand_in.__spec__ = None
a, b = map(int, sys.argv[1].split("*"))
print(importlib.reload(stand_in).Fraction(a) * b)
