# policy: --fs-readonly
# evidence: changed {victim}
# args: {victim}

import os
import sys

os.utime(sys.argv[1])
