# policy: --block-native
# evidence: printed {answer}
# args: {expression}
# needs: module _cffi_backend

import sys

import _cffi_backend

a, b = map(int, sys.argv[1].split("*"))
print(a * b)
