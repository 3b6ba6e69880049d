# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import importlib.util
import sys

spec = importlib.util.find_spec("fractions")
spec.loader = importlib.util.LazyLoader(spec.loader)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
a, b = map(int, sys.argv[1].split("*"))
print(module.Fraction(a) * b)
