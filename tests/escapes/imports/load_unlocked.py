# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import importlib.util
import sys
from importlib import _bootstrap

a, b = map(int, sys.argv[1].split("*"))
print(_bootstrap._load(importlib.util.find_spec("fractions")).Fraction(a) * b)
