# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys

exec("#" * (1 << 24) + "\n" + sys.argv[1])
