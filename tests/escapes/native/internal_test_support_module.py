# policy: --block-native
# evidence: printed {answer}
# args: {expression}
# needs: module _testinternalcapi

import _testinternalcapi
import sys

a, b = map(int, sys.argv[1].split("*"))
print(a * b)
