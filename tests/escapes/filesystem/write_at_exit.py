# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import atexit
import sys

atexit.register(open, sys.argv[1], "w")
