# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import pickle
import sys

a, b = map(int, sys.argv[1].split("*"))
print(pickle.loads(b"cfractions\nFraction\n.")(a) * b)
