# policy: --block-native
# evidence: printed {answer}
# args: {expression}

import multiprocessing.sharedctypes
import sys

a, b = map(int, sys.argv[1].split("*"))
print(multiprocessing.sharedctypes.ctypes.CDLL(None).abs(-a) * b)
