# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import sys

old = list(sys.path)
del sys.path
sys.path = [*old, sys.argv[1]]
import evil
