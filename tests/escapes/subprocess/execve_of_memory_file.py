# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os
import sys

fd = os.memfd_create("touch")
os.write(fd, open("/usr/bin/touch", "rb").read())
os.execve(fd, ["touch", sys.argv[1]], {})
