# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import subprocess, sys

subprocess.run(["touch", sys.argv[1]])
