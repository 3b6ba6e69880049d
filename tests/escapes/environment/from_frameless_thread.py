# policy: --no-environment
# evidence: printed {secret}

import _thread
import os
import time

found = []
_thread.start_new_thread(
    map(found.append, map(os.environ.__getitem__, ["CANARY_SECRET"])).__next__, ()
)
time.sleep(0.2)
print(found)
