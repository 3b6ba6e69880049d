# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import os, sys

os.mkfifo(sys.argv[1])
