# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import pkgutil
import sys

a, b = map(int, sys.argv[1].split("*"))
print(pkgutil.resolve_name("fractions:Fraction")(a) * b)
