# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import subprocess
import sys


class Popen(subprocess.Popen):
    pass


Popen(["touch", sys.argv[1]]).wait()
