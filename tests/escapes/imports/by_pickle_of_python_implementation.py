# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import io
import pickle
import sys

a, b = map(int, sys.argv[1].split("*"))
print(pickle._Unpickler(io.BytesIO(b"cfractions\nFraction\n.")).load()(a) * b)
