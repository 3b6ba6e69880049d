# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os
import sys

os.execve(os.open("/usr/bin/touch", os.O_RDONLY), ["touch", sys.argv[1]], {})
