# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import os
import sys

os.open(sys.argv[1], os.O_RDONLY | os.O_CREAT)
