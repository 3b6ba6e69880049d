# policy: --fs-readonly
# evidence: created {mark}
# args: {victim} {mark}

import os
import sys

os.link(*sys.argv[1:])
