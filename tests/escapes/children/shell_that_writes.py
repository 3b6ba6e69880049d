# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}
# layer: kernel: a shell does not know our hook

import os
import sys

os.system("touch " + sys.argv[1])
