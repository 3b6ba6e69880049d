# policy: --no-interpreter-mutation
# evidence: printed {secret}
# args: {outside}

import sys
from posix import chdir

list(map(chdir, sys.argv[1:]))
print(open("secret.txt").read())
