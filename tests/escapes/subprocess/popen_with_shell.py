# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import subprocess, sys

subprocess.Popen("touch " + sys.argv[1], shell=True).wait()
