# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import subprocess
import sys

subprocess.run(["/usr/bin/touch", sys.argv[1]], close_fds=False)
