# policy: --no-interpreter-mutation
# evidence: printed {secret}
# args: {outside}
# needs: python>=3.11

import contextlib
import sys

with contextlib.chdir(sys.argv[1]):
    print(open("secret.txt").read())
