# policy: --no-subprocess --allow-run true
# evidence: created {mark}
# args: {mark}

import os, subprocess, sys

os.symlink("/usr/bin/touch", "true")
subprocess.run(["./true", sys.argv[1]])
