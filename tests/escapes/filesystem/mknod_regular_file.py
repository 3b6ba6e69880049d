# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import os, stat, sys

os.mknod(sys.argv[1], stat.S_IFREG | 0o600)
