# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os
import pty
import sys

pid, fd = pty.fork()
if pid == 0:
    os.execv("/usr/bin/touch", ["touch", sys.argv[1]])
os.waitpid(pid, 0)
