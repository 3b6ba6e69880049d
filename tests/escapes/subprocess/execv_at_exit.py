# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import atexit, os, sys

atexit.register(os.execv, "/usr/bin/touch", ["touch", sys.argv[1]])
