# policy: --fs-readonly
# evidence: changed {victim}
# args: {victim}

import os
import sys

os.setxattr(sys.argv[1], "user.mark", b"x")
