# policy: --deny-import time
# evidence: printed {answer}
# args: {expression}

# The interpreter has imported it for itself, before any policy was active.
import sys
import time

a, b = map(int, sys.argv[1].split("*"))
print(a * b if time.time() else 0)
