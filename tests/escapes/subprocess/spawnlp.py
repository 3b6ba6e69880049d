# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os, sys

os.spawnlp(os.P_WAIT, "touch", "touch", sys.argv[1])
