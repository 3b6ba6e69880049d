# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import os, sys

os.symlink("x", sys.argv[1])
