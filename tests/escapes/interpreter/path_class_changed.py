# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import sys

sys.path.__class__ = list
sys.path.append(sys.argv[1])
import evil
