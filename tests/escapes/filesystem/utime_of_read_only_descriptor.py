# policy: --fs-readonly
# evidence: changed {victim}
# args: {victim}

import os
import sys

os.utime(os.open(sys.argv[1], os.O_RDONLY), (1, 1))
