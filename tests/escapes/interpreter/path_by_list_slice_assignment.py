# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import sys

list.__setitem__(sys.path, slice(0, 0), [sys.argv[1]])
import evil
