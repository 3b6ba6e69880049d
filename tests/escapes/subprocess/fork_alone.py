# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

# A forked copy outlives time limits and supervision.
import os
import sys

if os.fork() == 0:
    open(sys.argv[1], "w").close()
    os._exit(0)
os.wait()
