# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import _thread
import os
import sys
import time

_thread.start_new_thread(os.execv, ("/usr/bin/touch", ["touch", sys.argv[1]]))
time.sleep(0.3)
