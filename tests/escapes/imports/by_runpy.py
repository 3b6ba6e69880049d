# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import runpy
import sys

a, b = map(int, sys.argv[1].split("*"))
print(runpy.run_module("fractions")["Fraction"](a) * b)
