# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os, pty, sys

pid, fd = pty.fork()
if pid == 0:
    os.execv("/usr/bin/touch", ["touch", sys.argv[1]])
os.waitpid(pid, 0)
