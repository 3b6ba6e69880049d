# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os, sys

os.system("touch " + sys.argv[1])
