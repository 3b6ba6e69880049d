# policy: --no-subprocess --allow-run /bin/true
# evidence: created {mark}
# args: {mark}

import os
import sys

os.execv("/usr/bin/touch", ["/bin/true", sys.argv[1]])
