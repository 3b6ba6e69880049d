# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'
# needs: python>=3.13

import copy
import sys

a, b = map(int, sys.argv[1][6:-1].split("*"))


def product(x, y):
    return x


product.__code__ = copy.replace((lambda x, y: x * y).__code__, co_name="made")
print(product(a, b))
