# policy: --fs-readonly
# evidence: gone {outside}/empty
# args: {outside}/empty

import os
import sys

os.rmdir(sys.argv[1])
