# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os
import sys

os.execv("/usr/bin/touch", ["touch", sys.argv[1]])
