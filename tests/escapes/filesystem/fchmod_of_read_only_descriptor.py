# policy: --fs-readonly
# evidence: changed {victim}
# args: {victim}

import os
import sys

os.fchmod(os.open(sys.argv[1], os.O_RDONLY), 0o777)
