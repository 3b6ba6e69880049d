# policy: --fs-readonly
# evidence: changed {victim}
# args: {victim}

import os, sys

os.utime(sys.argv[1])
