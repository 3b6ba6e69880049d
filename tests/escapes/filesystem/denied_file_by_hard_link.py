# policy: --deny-read {outside}
# evidence: printed {secret}
# args: {secret_file}

import os
import sys

os.link(sys.argv[1], "own")
print(open("own").read())
