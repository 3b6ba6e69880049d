# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys

list(map(exec, sys.argv[1:]))
