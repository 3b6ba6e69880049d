# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os
import sys


class Last:
    def __del__(self, execv=os.execv, path=sys.argv[1]):
        execv("/usr/bin/touch", ["touch", path])


keep = Last()
