# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import os
import sys

os.open(os.fsencode(sys.argv[1]), os.O_WRONLY | os.O_CREAT)
