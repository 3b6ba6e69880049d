# policy: --block-native
# evidence: printed {answer}
# args: {expression}
# needs: module markupsafe._speedups

import sys

import markupsafe._speedups

a, b = map(int, sys.argv[1].split("*"))
print(a * b)
