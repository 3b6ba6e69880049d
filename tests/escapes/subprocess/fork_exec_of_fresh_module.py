# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import sys

sys.modules.pop("_posixsubprocess", None)
sys.modules.pop("subprocess", None)
import subprocess

subprocess.run(["touch", sys.argv[1]])
