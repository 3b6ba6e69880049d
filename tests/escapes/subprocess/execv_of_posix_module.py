# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import posix
import sys

posix.execv("/usr/bin/touch", ["touch", sys.argv[1]])
