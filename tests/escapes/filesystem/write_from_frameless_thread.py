# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import _thread
import sys
import time

_thread.start_new_thread(open, (sys.argv[1], "w"))
time.sleep(0.3)
