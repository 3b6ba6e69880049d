# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import sys
from importlib import _bootstrap

a, b = map(int, sys.argv[1].split("*"))
print(_bootstrap._find_and_load("fractions", _bootstrap._gcd_import).Fraction(a) * b)
