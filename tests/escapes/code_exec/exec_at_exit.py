# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import atexit
import sys

atexit.register(exec, sys.argv[1], {})
