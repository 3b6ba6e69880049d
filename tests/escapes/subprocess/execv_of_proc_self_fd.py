# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os
import sys

fd = os.open("/usr/bin/touch", os.O_RDONLY)
os.set_inheritable(fd, True)
os.execv(f"/proc/self/fd/{fd}", ["touch", sys.argv[1]])
