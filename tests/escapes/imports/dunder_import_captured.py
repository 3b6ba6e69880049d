# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import builtins
import sys

load = builtins.__import__
a, b = map(int, sys.argv[1].split("*"))
print(load("fractions").Fraction(a) * b)
