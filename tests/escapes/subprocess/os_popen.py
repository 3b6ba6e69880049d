# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os
import sys

os.popen("touch " + sys.argv[1]).read()
