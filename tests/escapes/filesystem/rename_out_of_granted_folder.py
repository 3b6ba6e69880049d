# policy: --fs-readonly --allow-write {inside}
# evidence: created {mark}
# args: data.txt {mark}

import os
import sys

os.rename(*sys.argv[1:])
