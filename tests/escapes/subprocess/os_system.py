# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os
import sys

os.system("touch " + sys.argv[1])
