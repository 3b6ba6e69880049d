# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import sys

list.__init__(sys.path, [sys.argv[1], *sys.path])
import evil
