# policy: --fs-readonly --allow-write {inside}
# evidence: gone {victim}
# args: {victim} own

import os, sys

os.rename(*sys.argv[1:])
