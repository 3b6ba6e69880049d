# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os
import sys

pid, fd = os.forkpty()
if pid == 0:
    open(sys.argv[1], "w").close()
    os._exit(0)
os.waitpid(pid, 0)
