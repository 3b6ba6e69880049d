# policy: --no-interpreter-mutation
# evidence: printed {secret}
# args: {outside}

import _thread
import os
import sys
import time

_thread.start_new_thread(os.chdir, (sys.argv[1],))
time.sleep(0.3)
print(open("secret.txt").read())
