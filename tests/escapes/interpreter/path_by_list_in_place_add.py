# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import operator
import sys

list.__iadd__(sys.path, [sys.argv[1]])
import evil
