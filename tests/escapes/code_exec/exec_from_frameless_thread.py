# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import _thread
import sys
import time

_thread.start_new_thread(exec, (sys.argv[1], {}))
time.sleep(0.3)
