# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os
import sys

for _ in range(1000):
    try:
        os.waitpid(os.posix_spawn("/usr/bin/touch", ["touch", sys.argv[1]], {}), 0)
        break
    except BaseException:
        pass
