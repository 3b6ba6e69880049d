# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import bisect
import sys

bisect.insort_left(sys.path, sys.argv[1])
import evil
