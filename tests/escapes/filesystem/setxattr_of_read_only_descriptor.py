# policy: --fs-readonly
# evidence: changed {victim}
# args: {victim}

import os
import sys

os.setxattr(os.open(sys.argv[1], os.O_RDONLY), b"user.mark", b"x")
