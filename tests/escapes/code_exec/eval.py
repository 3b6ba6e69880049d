# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys

eval(sys.argv[1])
