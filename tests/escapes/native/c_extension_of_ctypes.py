# policy: --block-native
# evidence: printed {answer}
# args: {expression}

import _ctypes
import sys

a, b = map(int, sys.argv[1].split("*"))
print(a * b if _ctypes.dlopen(None, 2) else 0)
