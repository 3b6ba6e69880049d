# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import subprocess
import sys

sys.audit = lambda *_: None
subprocess.run(["touch", sys.argv[1]])
