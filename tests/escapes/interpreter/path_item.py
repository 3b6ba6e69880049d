# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import sys

sys.path[0] = sys.argv[1]
import evil
