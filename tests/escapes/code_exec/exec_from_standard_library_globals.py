# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import collections
import sys

collections.namedtuple.__globals__["__builtins__"]["exec"](sys.argv[1])
