# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import sys

a, b = map(int, sys.argv[1].split("*"))
print(__import__("fractions").Fraction(a) * b)
