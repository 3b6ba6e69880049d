# policy: --fs-readonly
# evidence: gone {victim}
# args: {victim}

import os
import sys

os.rename(sys.argv[1], sys.argv[1] + ".old")
