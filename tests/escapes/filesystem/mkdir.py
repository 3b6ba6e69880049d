# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import os
import sys

os.mkdir(sys.argv[1])
