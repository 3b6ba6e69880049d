# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os
import sys

os.spawnlp(os.P_WAIT, "touch", "touch", sys.argv[1])
