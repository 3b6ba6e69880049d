# policy: --no-subprocess --seal
# evidence: created {mark}
# args: {mark}

# An alarm goes off while an exit handler waits.
import atexit
import os
import signal
import sys
import time

signal.signal(signal.SIGALRM, lambda *_: os.system(f"> '{sys.argv[1]}'"))
atexit.register(time.sleep, 0.5)
atexit.register(signal.setitimer, signal.ITIMER_REAL, 0.1)
