# policy: --fs-readonly
# evidence: changed {victim}
# args: {victim}
# needs: root

import os
import sys

os.chown(sys.argv[1], 1234, 1234)
