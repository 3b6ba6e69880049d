# policy: --deny-read {outside}
# evidence: printed {secret}
# args: {outside}

import os
import sys

os.rename(sys.argv[1], "moved")
print(open("moved/secret.txt").read())
