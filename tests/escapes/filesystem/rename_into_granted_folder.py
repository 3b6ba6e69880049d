# policy: --fs-readonly --allow-write {inside}
# evidence: gone {victim}
# args: {victim} own

import os
import sys

os.rename(*sys.argv[1:])
