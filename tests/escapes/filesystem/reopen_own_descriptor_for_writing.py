# policy: --fs-readonly
# evidence: changed {victim}
# args: {victim}

import os
import sys

fd = os.open(sys.argv[1], os.O_RDONLY)
open(f"/proc/self/fd/{fd}", "a").write("x")
