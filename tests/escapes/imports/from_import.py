# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import sys
from fractions import Fraction

a, b = map(int, sys.argv[1].split("*"))
print(Fraction(a) * b)
