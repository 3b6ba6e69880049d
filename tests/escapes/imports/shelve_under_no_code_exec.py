# policy: --no-code-exec
# evidence: printed {answer}
# args: {expression}

import shelve
import sys

a, b = map(int, sys.argv[1].split("*"))
print(a * b)
