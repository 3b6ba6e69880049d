# policy: --block-native
# evidence: printed {answer}
# args: {expression}
# needs: module _testcapi

import _testcapi
import sys

a, b = map(int, sys.argv[1].split("*"))
print(a * b)
