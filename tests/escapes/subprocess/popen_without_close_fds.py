# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import subprocess, sys

subprocess.run(["/usr/bin/touch", sys.argv[1]], close_fds=False)
