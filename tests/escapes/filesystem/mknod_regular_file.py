# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import os
import stat
import sys

os.mknod(sys.argv[1], stat.S_IFREG | 0o600)
