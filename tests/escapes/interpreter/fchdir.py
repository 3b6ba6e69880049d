# policy: --no-interpreter-mutation
# evidence: printed {secret}
# args: {outside}

import os
import sys

os.fchdir(os.open(sys.argv[1], os.O_RDONLY))
print(open("secret.txt").read())
