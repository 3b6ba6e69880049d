# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import pty
import sys

pty.spawn(["touch", sys.argv[1]])
