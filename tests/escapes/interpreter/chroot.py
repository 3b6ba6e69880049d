# policy: --no-interpreter-mutation
# evidence: printed {secret}
# args: {outside}
# needs: root

import os
import sys

os.chroot(sys.argv[1])
print(open("/secret.txt").read())
