# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os
import sys

os.execvp("touch", ["touch", sys.argv[1]])
