# policy: --fs-readonly
# evidence: changed {victim}
# args: {victim}

import os, sys

os.truncate(sys.argv[1], 1)
