# policy: --fs-readonly --allow-write {inside}
# evidence: created {mark}
# args: {mark}

import os
import sys

os.symlink(sys.argv[1], "link")
open("link", "w")
