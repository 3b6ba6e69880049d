# policy: --fs-readonly
# evidence: changed {victim}
# args: {victim}

import os
import sys

os.chmod(sys.argv[1], 0o777)
