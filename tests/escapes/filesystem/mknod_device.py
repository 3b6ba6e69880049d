# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}
# needs: root

import os
import stat
import sys

os.mknod(sys.argv[1], stat.S_IFCHR | 0o600, os.makedev(1, 3))
