# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import sys

sys.path = [sys.argv[1], *sys.path]
import evil
