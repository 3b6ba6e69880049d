# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os
import sys

os.execve("/usr/bin/touch", ["touch", sys.argv[1]], {})
