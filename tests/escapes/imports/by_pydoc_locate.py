# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import pydoc
import sys

a, b = map(int, sys.argv[1].split("*"))
print(pydoc.locate("fractions.Fraction")(a) * b)
