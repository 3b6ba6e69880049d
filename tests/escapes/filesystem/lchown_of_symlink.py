# policy: --fs-readonly
# evidence: changed {outside}/link
# args: {outside}/link
# needs: root

import os
import sys

os.lchown(sys.argv[1], 1234, 1234)
