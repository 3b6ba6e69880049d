# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import subprocess
import sys

subprocess.run(["touch", sys.argv[1]])
