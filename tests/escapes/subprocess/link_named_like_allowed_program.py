# policy: --no-subprocess --allow-run true
# evidence: created {mark}
# args: {mark}

import os
import subprocess
import sys

os.symlink("/usr/bin/touch", "true")
subprocess.run(["./true", sys.argv[1]])
