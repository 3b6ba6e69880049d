# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys

sorted(sys.argv[1:], key=exec)
