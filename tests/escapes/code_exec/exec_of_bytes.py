# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys

exec(sys.argv[1].encode())
