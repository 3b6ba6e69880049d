# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import subprocess
import sys

subprocess.getoutput("touch " + sys.argv[1])
