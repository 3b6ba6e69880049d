# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import statistics
import sys

a, b = map(int, sys.argv[1].split("*"))
print(statistics.Fraction(a) * b)
