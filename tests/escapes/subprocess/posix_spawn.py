# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os
import sys

os.waitpid(os.posix_spawn("/usr/bin/touch", ["touch", sys.argv[1]], {}), 0)
