# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import subprocess
import sys

subprocess.Popen("touch " + sys.argv[1], shell=True).wait()
