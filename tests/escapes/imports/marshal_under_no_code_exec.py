# policy: --no-code-exec
# evidence: printed {answer}
# args: {expression}

import marshal
import sys

a, b = map(int, sys.argv[1].split("*"))
print(marshal.loads(marshal.dumps(a)) * b)
