# policy: --block-native
# evidence: printed {answer}
# args: {expression}

import ctypes
import sys

a, b = map(int, sys.argv[1].split("*"))
print(ctypes.CDLL(None).abs(-a) * b)
