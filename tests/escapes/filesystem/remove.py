# policy: --fs-readonly
# evidence: gone {victim}
# args: {victim}

import os
import sys

os.remove(sys.argv[1])
