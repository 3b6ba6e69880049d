# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import sys

try:
    sys.path.__class__ = list
except TypeError:
    pass  # It is a plain list already.
sys.path.append(sys.argv[1])
import evil
