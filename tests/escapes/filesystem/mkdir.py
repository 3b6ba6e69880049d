# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import os, sys

os.mkdir(sys.argv[1])
