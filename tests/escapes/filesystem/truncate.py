# policy: --fs-readonly
# evidence: changed {victim}
# args: {victim}

import os
import sys

os.truncate(sys.argv[1], 1)
