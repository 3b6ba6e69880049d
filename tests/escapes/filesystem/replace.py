# policy: --fs-readonly
# evidence: changed {victim}
# args: {inside}/data.txt {victim}

import os
import sys

os.replace(*sys.argv[1:])
