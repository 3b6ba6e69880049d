# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import os
import sys

os.mkfifo(sys.argv[1])
