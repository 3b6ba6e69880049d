# policy: --no-interpreter-mutation
# evidence: printed {secret}
# args: {outside}

import os
import sys

os.chdir(sys.argv[1])
print(open("secret.txt").read())
