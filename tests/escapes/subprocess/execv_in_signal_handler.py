# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os
import signal
import sys

signal.signal(signal.SIGALRM, lambda *_: os.execv("/usr/bin/touch", ["touch", sys.argv[1]]))
signal.setitimer(signal.ITIMER_REAL, 0.05)
signal.pause()
