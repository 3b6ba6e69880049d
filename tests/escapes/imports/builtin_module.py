# policy: --deny-import _posixsubprocess
# evidence: printed {answer}
# args: {expression}

import _posixsubprocess
import sys

a, b = map(int, sys.argv[1].split("*"))
print(a * b)
