# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os
import sys

os.spawnv(os.P_WAIT, "/usr/bin/touch", ["touch", sys.argv[1]])
