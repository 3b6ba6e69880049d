# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import fractions
import sys

a, b = map(int, sys.argv[1].split("*"))
print(fractions.Fraction(a) * b)
