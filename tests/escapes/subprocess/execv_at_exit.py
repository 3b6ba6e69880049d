# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import atexit
import os
import sys

atexit.register(os.execv, "/usr/bin/touch", ["touch", sys.argv[1]])
