# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import pty, sys

pty.spawn(["touch", sys.argv[1]])
