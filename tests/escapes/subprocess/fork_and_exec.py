# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os
import sys

if os.fork() == 0:
    os.execv("/usr/bin/touch", ["touch", sys.argv[1]])
os.wait()
