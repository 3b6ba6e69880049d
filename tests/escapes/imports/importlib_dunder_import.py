# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import importlib
import sys

a, b = map(int, sys.argv[1].split("*"))
print(importlib.__import__("fractions").Fraction(a) * b)
