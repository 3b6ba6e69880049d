# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import os
import sys

os.symlink("x", sys.argv[1])
