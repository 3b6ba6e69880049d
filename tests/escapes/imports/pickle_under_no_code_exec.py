# policy: --no-code-exec
# evidence: printed {answer}
# args: {expression}

import pickle
import sys

a, b = map(int, sys.argv[1].split("*"))
print(pickle.loads(b"I%d\n." % a) * b)
