# policy: --fs-readonly
# evidence: created {mark}
# args: {victim} {mark}

import shutil
import sys

shutil.copy(*sys.argv[1:])
