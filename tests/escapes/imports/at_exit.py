# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import atexit
import sys

a, b = map(int, sys.argv[1].split("*"))
atexit.register(lambda: print(__import__("fractions").Fraction(a) * b))
