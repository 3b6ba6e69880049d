# policy: --fs-readonly
# evidence: gone {victim}
# args: {victim}

import os, sys

os.remove(sys.argv[1])
