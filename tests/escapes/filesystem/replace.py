# policy: --fs-readonly
# evidence: changed {victim}
# args: {inside}/data.txt {victim}

import os, sys

os.replace(*sys.argv[1:])
